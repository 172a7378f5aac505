import { describe, expect, test } from "vitest";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import type { MemoryNotes } from "../../../src/core/ports/memory-notes";
import type { NoteStore } from "../../../src/core/ports/notes";
import { createTestHost, importInto, readSamples } from "../../support/import-into";

const isReport = (path: string): boolean => path.includes("/Reports/");

async function makeWhole(): Promise<ReadonlyMap<string, string>> {
	const vault = createMemoryNotes();
	await importInto(vault, readSamples());
	return vault.notes;
}

/** Imports on a bad disk, then on a good one, and expects the vault to be whole. */
async function finish(vault: MemoryNotes): Promise<void> {
	await importInto(vault, readSamples());
	const whole = [...(await makeWhole())].filter(([path]) => !isReport(path)).sort();
	expect([...vault.notes].filter(([path]) => !isReport(path)).sort()).toEqual(whole);
}

describe("an import on a disk that refuses writes", () => {
	test("tells which notes could not be written, gives up in time, and is finished by the next", async () => {
		const vault = createMemoryNotes();
		let tries = 0;
		const full: NoteStore = {
			...vault,
			writeNote(path, text, expected) {
				if (++tries > 3) return Promise.reject(new Error("ENOSPC: no space left on device"));
				return vault.writeNote(path, text, expected);
			},
		};
		const { result } = await importInto(vault, readSamples(), createTestHost(full));
		const failed = result.problems.filter(({ code }) => code === "write-failed");
		expect(failed[0]?.message).toBe("the disk is full");
		expect(failed.at(-1)?.message).toMatch(/stopped with \d+ notes to write/);
		expect(result.created).toBe(3);
		expect(tries).toBeLessThan(12);
		await finish(vault);
	});

	test("writes no note where not even the merge bases can be written", async () => {
		const vault = createMemoryNotes();
		const readOnly: NoteStore = {
			...vault,
			writeData: () => Promise.reject(new Error("EROFS: read-only file system")),
		};
		await expect(importInto(vault, readSamples(), createTestHost(readOnly))).rejects.toThrow(
			"EROFS",
		);
		expect(vault.notes.size).toBe(0);
		await finish(vault);
	});

	test("is finished by the next where a sync client holds the merge bases at the end", async () => {
		const vault = createMemoryNotes();
		const locked: NoteStore = {
			...vault,
			renameData: () => Promise.reject(new Error("EBUSY: resource busy or locked")),
		};
		await expect(importInto(vault, readSamples(), createTestHost(locked))).rejects.toThrow("EBUSY");
		await finish(vault);
		vault.written.length = 0;
		await importInto(vault, readSamples());
		expect(vault.written).toEqual([]);
	});

	test("leaves a note alone that another device changed in between, and says so", async () => {
		const vault = createMemoryNotes();
		const samples = readSamples();
		await importInto(vault, samples);
		const file = "sigma/windows/schtasks_system.yml";
		const rules = {
			...samples.rules,
			[file]: String(samples.rules[file]).replace("'/create'", "'/change'"),
		};
		const changed: string[] = [];
		const synced: NoteStore = {
			...vault,
			writeNote(path, text, expected) {
				if (expected !== undefined) {
					changed.push(path);
					vault.notes.set(path, `${expected}\nFrom another device.\n`);
				}
				return vault.writeNote(path, text, expected);
			},
		};
		const { result } = await importInto(vault, { rules }, createTestHost(synced));
		expect(changed).toHaveLength(1);
		const [path = ""] = changed;
		expect(vault.notes.get(path)).toContain("From another device.");
		expect(result.problems.map(({ file: place }) => place)).toContain(path);
		await importInto(vault, { rules });
		expect(vault.notes.get(path)).toContain("From another device.");
		expect(vault.notes.get(path)).toContain("'/change'");
	});
});

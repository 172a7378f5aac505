import { beforeAll, describe, expect, test } from "vitest";
import type { MemoryNotes } from "../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { findFences } from "../../../src/core/notes/safe/read-fence";
import type { TestSources } from "../../support/import-into";
import { createTestHost, importInto, openSources, readSamples } from "../../support/import-into";
import { applyImport } from "../../../src/core/ingest/apply-import";
import { planImport } from "../../../src/core/ingest/plan-import";

let samples: ReturnType<typeof readSamples>;
beforeAll(() => {
	samples = readSamples();
});

const SSH = "Techniques/T1021.004 - Remote Services - SSH.md";
const RULE = "Detection Rules/Sigma/Scheduled Task That Runs As System.md";
const RULE_FILE = "sigma/windows/schtasks_system.yml";

async function importSamples(): Promise<MemoryNotes> {
	const vault = createMemoryNotes();
	await importInto(vault, samples);
	vault.written.length = 0;
	return vault;
}

function edit(vault: MemoryNotes, path: string, change: (text: string) => string): void {
	const text = vault.notes.get(path);
	if (text === undefined) throw new Error(`no note at ${path}`);
	const changed = change(text);
	expect(changed).not.toBe(text);
	vault.notes.set(path, changed);
}

function withRule(change: (text: string) => string): TestSources {
	const text = String(samples.rules[RULE_FILE]);
	expect(change(text)).not.toBe(text);
	return { ...samples, rules: { ...samples.rules, [RULE_FILE]: change(text) } };
}

describe("an import", () => {
	test("counts every file once and every planned note once", async () => {
		const vault = createMemoryNotes();
		const { plan, result } = await importInto(vault, samples);
		const { read, used, context, skipped } = result.files;
		expect(read).toBe(used + context + skipped);
		expect(read).toBe(
			Object.values(samples).reduce((sum, files) => sum + Object.keys(files).length, 0),
		);
		const rules = Object.values(result.rules).reduce((sum, count) => sum + count, 0);
		const notes = result.techniques + rules + result.runbooks;
		expect(plan.notes).toHaveLength(notes);
		expect(result).toMatchObject({ created: notes, updated: 0, unchanged: 0, conflicts: 0 });
	});

	test("of the same sources a second time writes nothing at all", async () => {
		const vault = await importSamples();
		const { result } = await importInto(vault, samples);
		expect(vault.written).toEqual([]);
		expect(result).toMatchObject({ created: 0, updated: 0, conflicts: 0 });
	});

	test("of a part of the sources changes nothing of the rest", async () => {
		const vault = await importSamples();
		await importInto(vault, { rules: samples.rules });
		await importInto(vault, { atomics: samples.atomics });
		await importInto(vault, { attack: samples.attack });
		expect(vault.written).toEqual([]);
	});

	test("gives the same vault whatever the order of its sources", async () => {
		const one = createMemoryNotes();
		await importInto(one, { rules: samples.rules });
		await importInto(one, { attack: samples.attack, atomics: samples.atomics });
		await importInto(one, samples);
		const two = await importSamples();
		const texts = (vault: MemoryNotes) =>
			[...vault.notes].filter(([path]) => !path.includes("Reports/")).sort();
		expect(texts(one)).toEqual(texts(two));
	});

	test("a dry run writes nothing and tells the same numbers", async () => {
		const vault = createMemoryNotes();
		const host = createTestHost(vault);
		const plan = await planImport(openSources(samples), host);
		expect(vault.written).toEqual([]);
		const result = await applyImport(plan, host);
		expect(result).toEqual({
			...plan.result,
			report: "Detection Vault/Reports/2026-03-01 093000 import.md",
		});
	});

	test("every wikilink of the notes leads to a note", async () => {
		const vault = await importSamples();
		const names = new Set(
			[...vault.notes.keys()].map((path) => path.replace(/\.md$/, "").split("/").at(-1)),
		);
		for (const [path, text] of vault.notes) {
			const prose = withoutFences(text);
			for (const [, target = ""] of prose.matchAll(/\[\[([^\]|#]+)/g)) {
				expect(names, `${target} in ${path}`).toContain(target.split("/").at(-1));
			}
		}
	});
});

describe("a person's work survives a re-import", () => {
	test("own properties, own sections and edited text, with upstream unchanged", async () => {
		const vault = await importSamples();
		edit(vault, SSH, (text) =>
			text
				.replace("---\n", "---\nowner: blue team\n")
				.replace("Secure Shell gives", "SSH gives")
				.concat("\nWe log this on the jump hosts.\n\n## Ours\n\nText.\n"),
		);
		const before = vault.notes.get(SSH);
		await importInto(vault, samples);
		expect(vault.notes.get(SSH)).toBe(before);
		expect(vault.written).toEqual([]);
	});

	test("and upstream's changes elsewhere arrive", async () => {
		const vault = await importSamples();
		edit(vault, RULE, (text) =>
			text.replace("level: medium", "level: medium\nowner: me").concat("\nMy note.\n"),
		);
		const { result } = await importInto(
			vault,
			withRule((text) => text.replace("'/create'", "'/change'")),
		);
		expect(result).toMatchObject({ updated: 1, conflicts: 0, created: 0 });
		const text = vault.notes.get(RULE);
		expect(text).toContain("'/change'");
		expect(text).toContain("owner: me");
		expect(text).toContain("My note.");
	});

	test("where both changed a line, theirs stays and the note says what upstream has", async () => {
		const vault = await importSamples();
		edit(vault, RULE, (text) => text.replace("- '/create'", "- '/create' # tuned"));
		const changed = withRule((text) => text.replace("'/create'", "'/change'"));
		const { result } = await importInto(vault, changed);
		expect(result).toMatchObject({ updated: 0, conflicts: 1 });
		const text = vault.notes.get(RULE);
		expect(text).toContain("- '/create' # tuned");
		expect(text).toContain("- '/change'");
		vault.written.length = 0;
		await importInto(vault, changed);
		expect(vault.written).toEqual([]);
	});

	test("a note that was moved and renamed is found again", async () => {
		const vault = await importSamples();
		vault.notes.set("Mine/Tasks.md", vault.notes.get(RULE) ?? "");
		vault.notes.delete(RULE);
		await importInto(
			vault,
			withRule((text) => text.replace("'/create'", "'/change'")),
		);
		expect(vault.notes.get("Mine/Tasks.md")).toContain("'/change'");
		expect(vault.notes.has(RULE)).toBe(false);
	});

	test("a note that was deleted stays deleted, and the report says so", async () => {
		const vault = await importSamples();
		vault.notes.delete(RULE);
		const { result } = await importInto(vault, samples);
		expect(vault.notes.has(RULE)).toBe(false);
		expect(result.problems).toContainEqual(
			expect.objectContaining({ file: RULE, code: "note-deleted" }),
		);
	});

	test("a note whose front matter the person broke is left alone with a reason, and not doubled", async () => {
		const vault = await importSamples();
		edit(vault, RULE, (text) => text.replace("level: medium", "level: [medium"));
		const count = vault.notes.size;
		const before = vault.notes.get(RULE);
		const { result } = await importInto(
			vault,
			withRule((text) => text.replace("'/create'", "'/change'")),
		);
		expect(vault.notes.get(RULE)).toBe(before);
		expect([...vault.notes.keys()].filter((path) => !path.includes("Reports/"))).toHaveLength(
			count - 1,
		);
		expect(result.problems).toContainEqual(
			expect.objectContaining({ file: RULE, code: "note-front-matter" }),
		);
	});

	test("without merge bases all text counts as the person's", async () => {
		const vault = await importSamples();
		vault.data.clear();
		edit(vault, RULE, (text) => text.replace("'/create'", "'/mine'"));
		const before = vault.notes.get(RULE);
		await importInto(
			vault,
			withRule((text) => text.replace("'/create'", "'/change'")),
		);
		expect(vault.notes.get(RULE)).toBe(before);
	});
});

describe("an import that is killed", () => {
	test("at any write leaves a vault that the next import completes", async () => {
		const changed = withRule((text) => text.replace("'/create'", "'/change'"));
		const whole = await importSamples();
		edit(whole, SSH, (text) => `${text}\nMine.\n`);
		await importInto(whole, changed);
		const expected = [...whole.notes].filter(([path]) => !path.includes("Reports/")).sort();

		for (const killAt of [0, 3, 7, 8, 9, 10, 11, 30, 60, 72, 75, 78, 80, 90]) {
			const vault = createMemoryNotes();
			await killAfter(vault, killAt, samples);
			if (!vault.notes.has(SSH)) await importInto(vault, samples);
			edit(vault, SSH, (text) => `${text}\nMine.\n`);
			await killAfter(vault, killAt % 12, changed);
			await importInto(vault, changed);
			const texts = [...vault.notes].filter(([path]) => !path.includes("Reports/")).sort();
			expect(texts, `killed at write ${killAt}`).toEqual(expected);
			expect([...vault.data.keys()].filter((path) => path.endsWith(".pending"))).toEqual([]);
		}
	}, 60_000);
});

describe("a note that a killed import did not reach", () => {
	test("gets what upstream changed, though it already says part of it", async () => {
		const changed = withRule((text) =>
			text.replace("status: test", "status: stable").replace("'/ru'", "'/ru'\n            - '/f'"),
		);
		const vault = createMemoryNotes();
		await importInto(vault, samples);
		edit(vault, RULE, (text) => text.replaceAll("status: test", "status: stable"));
		const mine = vault.notes.get(RULE);
		await killAfter(vault, 2, changed);
		expect(vault.notes.get(RULE)).toBe(mine);
		expect([...vault.data.keys()].filter((path) => path.endsWith(".pending"))).not.toEqual([]);
		await importInto(vault, changed);
		expect(vault.notes.get(RULE)).toContain("- '/f'");
	});
});

/** A note's text without its code, whose brackets are no links. */
function withoutFences(text: string): string {
	let prose = "";
	let at = 0;
	for (const { start, end } of findFences(text)) {
		prose += text.slice(at, start);
		at = end;
	}
	return prose + text.slice(at);
}

/** Runs an import over a vault that stops taking writes after a number of them. */
async function killAfter(vault: MemoryNotes, writes: number, sources: TestSources): Promise<void> {
	let left = writes;
	const guard = <T>(work: () => Promise<T>): Promise<T> => {
		if (left-- <= 0) throw new KilledError();
		return work();
	};
	const host = createTestHost({
		...vault,
		writeNote: (path, text, expected) => guard(() => vault.writeNote(path, text, expected)),
		writeData: (path, bytes) => guard(() => vault.writeData(path, bytes)),
		renameData: (from, to) => guard(() => vault.renameData(from, to)),
	});
	try {
		await applyImport(await planImport(openSources(sources), host), host);
	} catch (error) {
		if (!(error instanceof KilledError)) throw error;
	}
}

class KilledError extends Error {}

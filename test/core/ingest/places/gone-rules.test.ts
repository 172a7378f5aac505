import { beforeAll, describe, expect, test } from "vitest";
import { applyImport } from "../../../../src/core/ingest/apply-import";
import type { ImportHost } from "../../../../src/core/ingest/import-plan";
import { leaveOut } from "../../../../src/core/ingest/leave-out";
import { planImport } from "../../../../src/core/ingest/plan-import";
import type { MemoryNotes } from "../../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../../src/core/ports/memory-notes";
import { createTestHost, importInto, openSources } from "../../../support/import-into";
import { createInlineZip } from "../../../support/inline-zip";
import {
	collectionFile,
	collectionId,
	collectionNote,
	writeCollection,
} from "../../../support/rule-collection";
import { cloneVault, contentOf, undoIn } from "../../../support/undo-in";

const ALL = Array.from({ length: 16 }, (_, number) => number);
const FEWER = ALL.filter((number) => number !== 4);
const NOTE = collectionNote(4);
const MARK = "upstream: removed\n";

let whole: MemoryNotes;
beforeAll(async () => {
	whole = createMemoryNotes();
	await importInto(whole, { rules: writeCollection("sigma", ALL) });
});

function noteOf(vault: MemoryNotes): string {
	return vault.notes.get(NOTE) ?? "";
}

async function importRules(
	vault: MemoryNotes,
	rules: Readonly<Record<string, string | Uint8Array>>,
	host: ImportHost = createTestHost(vault),
) {
	const { result } = await importInto(vault, { rules }, host);
	return { ...result, gone: result.gone.map(({ id }) => id) };
}

const without = (root = "sigma-r2") => writeCollection(root, FEWER);

describe("a rule that its source has no more", () => {
	test("is told, and its note marked, with nothing else changed", async () => {
		const vault = cloneVault(whole);
		const { result } = await importInto(vault, { rules: without() });
		const gone = { id: collectionId(4), vendor: "sigma", title: "Rare process 4", path: NOTE };
		expect(result).toMatchObject({ gone: [gone], updated: 1, unchanged: 15, conflicts: 0 });
		expect(noteOf(vault)).toContain(MARK);
		expect(noteOf(vault).replace(MARK, "")).toBe(noteOf(whole));
		const report = vault.notes.get(result.report ?? "") ?? "";
		expect(report).toContain(
			"### No longer in their source (1)\n\n- [[Detection Rules/Sigma/Rare process 4]]",
		);
	});

	test("is told again by the next import, which writes nothing", async () => {
		const vault = cloneVault(whole);
		await importRules(vault, without());
		const marked = contentOf(vault);
		const again = await importRules(vault, without("sigma-r3"));
		expect(again).toMatchObject({
			gone: [collectionId(4)],
			updated: 0,
			unchanged: 16,
			report: null,
		});
		expect(contentOf(vault)).toEqual(marked);
	});

	test("is as it was at the start when it comes back", async () => {
		const vault = cloneVault(whole);
		await importRules(vault, without());
		const back = await importRules(vault, writeCollection("sigma-r3", ALL));
		expect(back).toMatchObject({ gone: [], updated: 1, conflicts: 0 });
		expect(contentOf(vault)).toEqual(contentOf(whole));
	});

	test("keeps what a person wrote, then and when it comes back", async () => {
		const vault = cloneVault(whole);
		const edited = noteOf(vault).replace("status: test", "status: ours") + "\n## Ours\n\nText.\n";
		vault.notes.set(NOTE, edited);
		await importRules(vault, without());
		expect(noteOf(vault).replace(MARK, "")).toBe(edited);
		await importRules(vault, writeCollection("sigma", ALL));
		expect(noteOf(vault)).toBe(edited);
	});

	test("stays unmarked once a person took the mark away, and is told all the same", async () => {
		const vault = cloneVault(whole);
		await importRules(vault, without());
		vault.notes.set(NOTE, noteOf(whole));
		expect(await importRules(vault, without())).toMatchObject({
			gone: [collectionId(4)],
			updated: 0,
		});
		expect(noteOf(vault)).toBe(noteOf(whole));
	});

	test("leaves a person's own property of that name alone", async () => {
		const vault = cloneVault(whole);
		const own = noteOf(vault).replace("status: test", "status: test\nupstream: our fork");
		vault.notes.set(NOTE, own);
		expect(await importRules(vault, without())).toMatchObject({ updated: 0, conflicts: 0 });
		await importRules(vault, writeCollection("sigma", ALL));
		expect(noteOf(vault)).toBe(own);
	});

	test("is told of no note that a person deleted", async () => {
		const vault = cloneVault(whole);
		vault.notes.delete(NOTE);
		expect(await importRules(vault, without())).toMatchObject({ gone: [], updated: 0 });
		expect(vault.notes.has(NOTE)).toBe(false);
	});

	test("is marked by the next import where its note was left out", async () => {
		const vault = cloneVault(whole);
		const host = createTestHost(vault);
		const plan = await planImport(openSources({ rules: without() }), host);
		await applyImport(leaveOut(plan, new Set([NOTE])), host);
		expect(noteOf(vault)).toBe(noteOf(whole));
		expect(await importRules(vault, without())).toMatchObject({ updated: 1 });
	});

	test("is taken back by an undo, and found gone anew", async () => {
		const vault = cloneVault(whole);
		await importRules(vault, without());
		expect((await undoIn(vault)).restored).toEqual([NOTE]);
		expect(contentOf(vault)).toEqual(contentOf(whole));
		expect(await importRules(vault, without())).toMatchObject({
			gone: [collectionId(4)],
			updated: 1,
		});
	});

	test("is told the same with and without a memory of the sources", async () => {
		const contents = [];
		for (const buildStamp of [undefined, "build"]) {
			const vault = createMemoryNotes();
			const host = {
				...createTestHost(vault),
				...(buildStamp === undefined ? {} : { buildStamp }),
			};
			await importRules(vault, writeCollection("sigma", ALL), host);
			expect(await importRules(vault, without("sigma"), host)).toMatchObject({ updated: 1 });
			contents.push(contentOf(vault));
		}
		expect(contents[1]).toEqual(contents[0]);
	});
});

describe("no rule is gone", () => {
	test.each<[string, Readonly<Record<string, string | Uint8Array>>]>([
		["while its file is broken", { ...without(), [`sigma-r2/${collectionFile(4)}`]: "title: [\n" }],
		[
			"while its file is no text",
			{ ...without(), [`sigma-r2/${collectionFile(4)}`]: Uint8Array.of(97, 255) },
		],
		[
			"where it moved",
			{
				...without(),
				"sigma-r2/old/moved.yml": writeCollection("s", [4])[`s/${collectionFile(4)}`] ?? "",
			},
		],
		["in a zip that is cut off", { "sigma.zip": createInlineZip(without()).slice(0, -30) }],
		["where half of its source was read", writeCollection("sigma", ALL.slice(8))],
		["where another source was read", writeCollection("other", [20, 21, 22, 23])],
	])("%s", async (_name, rules) => {
		const vault = cloneVault(whole);
		expect((await importRules(vault, rules)).gone).toEqual([]);
		expect(noteOf(vault)).toContain(collectionId(4));
		expect(noteOf(vault)).not.toContain(MARK);
	});

	test("in an import that is stopped", async () => {
		const vault = cloneVault(whole);
		const host = createTestHost(vault);
		let steps = 0;
		const progress = {
			...host.progress,
			breathe: () => {
				steps++;
				return Promise.resolve();
			},
			get cancelled() {
				return steps > 40;
			},
		};
		const plan = await planImport(openSources({ rules: without() }), { ...host, progress });
		expect(plan.cancelled).toBe(true);
		expect(plan.result.gone).toEqual([]);
	});

	test("that only a note of another vault states", async () => {
		const vault = createMemoryNotes();
		const notes = Object.fromEntries(
			[...whole.notes].filter(([path]) => path.startsWith("Detection Rules/")),
		);
		await importInto(vault, { notes });
		expect((await importInto(vault, { rules: without() })).result.gone).toEqual([]);
	});
});

describe("where the files lie", () => {
	test("is noted once by an import that changes nothing else, where single files were imported before", async () => {
		const loose = Object.fromEntries(
			Object.entries(writeCollection("sigma", ALL)).map(([path, text]) => [
				path.replace(/.*\//, ""),
				text,
			]),
		);
		const old = createMemoryNotes();
		await importRules(old, loose);
		const { report } = await importRules(old, writeCollection("sigma", ALL));
		expect(report).toBeNull();
		const noted = [...old.data];
		await importRules(old, writeCollection("sigma", ALL));
		expect([...old.data]).toEqual(noted);
		expect((await importRules(old, without())).gone).toEqual([collectionId(4)]);
	});

	test("and a later import can be undone as if it had not been noted", async () => {
		const vault = cloneVault(whole);
		await importRules(vault, without());
		const moved = Object.fromEntries(
			Object.entries(without()).map(([path, text]) => [path.replace("linux", "unix/a"), text]),
		);
		await importRules(vault, moved);
		await undoIn(vault);
		expect(noteOf(vault)).toBe(noteOf(whole));
	});

	test("is noted of a file that moved to a new folder, so that the old one alone does not miss it", async () => {
		const vault = cloneVault(whole);
		const file = collectionFile(4);
		const all = writeCollection("sigma", ALL);
		const { [`sigma/${file}`]: moved = "", ...rest } = all;
		await importRules(vault, { ...rest, "sigma/rules/new/rare_4.yml": moved });
		const part = Object.fromEntries(
			Object.entries(rest)
				.filter(([path]) => path.startsWith("sigma/rules/windows/"))
				.map(([path, text]) => [path.slice("sigma/rules/".length), text]),
		);
		expect((await importRules(vault, part)).gone).toEqual([]);
	});

	test("a repository that is only called otherwise writes nothing", async () => {
		const vault = cloneVault(whole);
		await importRules(vault, writeCollection("sigma-r9", ALL));
		expect([...vault.data]).toEqual([...whole.data]);
	});
});

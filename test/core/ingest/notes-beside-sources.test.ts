import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import type { MemoryNotes } from "../../../src/core/ports/memory-notes";
import { importInto, readFolder } from "../../support/import-into";

const ATTACK = readFolder(join(import.meta.dirname, "../../../samples/attack"));

/** A note that somebody wrote of a technique, under headings that generators use as well. */
const BY_HAND = {
	"T1059.001 - PowerShell.md": [
		"---\nattack_id: T1059.001\nowner: blue team\n---",
		"# PowerShell\n",
		"Our words below the title.\n",
		"## Detection\n",
		"We look at the script block log first.\n",
		"## My part\n",
		"Ask the desk.\n",
	].join("\n"),
};
const WORDS = [
	"Our words below the title.",
	"We look at the script block log first.",
	"Ask the desk.",
	"blue team",
];

const noteOf = (vault: MemoryNotes): string =>
	[...vault.notes].find(([path]) => path.startsWith("Techniques/T1059.001"))?.[1] ?? "";

function expectEachOnce(text: string): void {
	for (const words of WORDS) expect(text.split(words), words).toHaveLength(2);
}

describe("a technique's note from another vault", () => {
	it("keeps its author's words when ATT&CK comes later", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, { notes: BY_HAND });
		expectEachOnce(noteOf(vault));
		await importInto(vault, { attack: ATTACK });
		const text = noteOf(vault);
		expectEachOnce(text);
		const alone = createMemoryNotes();
		await importInto(alone, { attack: ATTACK });
		const lines = noteOf(alone).split("\n");
		expect(lines.filter((line) => !text.includes(line))).toEqual([]);
		vault.written.length = 0;
		await importInto(vault, { attack: ATTACK });
		expect(vault.written).toEqual([]);
	});

	it("is added to what ATT&CK says, and takes nothing away", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, { attack: ATTACK });
		const before = noteOf(vault).split("\n");
		await importInto(vault, { notes: BY_HAND });
		const text = noteOf(vault);
		expect(before.filter((line) => !text.includes(line))).toEqual([]);
		expectEachOnce(text);
		await importInto(vault, { attack: ATTACK, notes: BY_HAND });
		expect(noteOf(vault)).toBe(text);
	});

	it("stands beside what another vault says of the same technique", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, { notes: BY_HAND });
		const other = {
			"PowerShell.md": "---\nattack_id: T1059.001\n---\n# PowerShell\n\nTheir words.\n",
		};
		await importInto(vault, { notes: other });
		expectEachOnce(noteOf(vault));
		expect(noteOf(vault)).toContain("Their words.");
	});

	it("is updated as long as nobody else states the technique", async () => {
		const source = createMemoryNotes();
		await importInto(source, { attack: ATTACK });
		const text = noteOf(source);
		const sentence = /### Description\n\n([^.]+\.)/.exec(text)?.[1] ?? "";
		const vault = createMemoryNotes();
		await importInto(vault, { notes: { "Techniques/PowerShell.md": text } });
		expect(noteOf(vault)).toContain(sentence);
		const changed = text.replace(sentence, () => "It is said anew.");
		await importInto(vault, { notes: { "Techniques/PowerShell.md": changed } });
		expect(noteOf(vault)).toContain("It is said anew.");
		expect(noteOf(vault)).not.toContain(sentence);
	});
});

describe("a rule's note from another vault", () => {
	const RULES = readFolder(join(import.meta.dirname, "../../../samples/rules/sigma"));
	const withoutLines = (text: string): string =>
		text.replace(/^\s*(?:Image\|endswith|CommandLine\|contains).*\n/m, "");

	it("does not put an older text of the rule in the place of the source's", async () => {
		const old = createMemoryNotes();
		await importInto(old, { rules: RULES });
		const notes = Object.fromEntries(
			[...old.notes].filter(([path]) => path.startsWith("Detection Rules/")),
		);
		const vault = createMemoryNotes();
		await importInto(vault, { rules: RULES });
		const before = new Map(vault.notes);
		const older = Object.fromEntries(
			Object.entries(notes).map(([path, text]) => [path, withoutLines(text)]),
		);
		expect(older).not.toEqual(notes);
		await importInto(vault, { notes: older });
		for (const [path, text] of before)
			if (path.startsWith("Detection Rules/")) expect(vault.notes.get(path)).toBe(text);
	});
});

describe("a runbook from another vault", () => {
	const ATOMICS = readFolder(join(import.meta.dirname, "../../../samples/atomics"));

	it("with fewer tests takes none away", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, { atomics: ATOMICS });
		const [path = "", text = ""] =
			[...vault.notes].find(([, note]) => note.split("\n## Test: ").length > 2) ?? [];
		const cut = text.lastIndexOf("\n## Test: ");
		const notes = { [path]: `${text.slice(0, cut)}\n\n## Notes\n\nSeen by us.\n` };
		await importInto(vault, { notes });
		const after = vault.notes.get(path) ?? "";
		expect(text.split("\n").filter((line) => !after.includes(line))).toEqual([]);
		expect(after.split("Seen by us.")).toHaveLength(2);
	});
});

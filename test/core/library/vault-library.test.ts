import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNoteRecord } from "../../../src/core/index/read-note-record";
import type { RuleEntry } from "../../../src/core/library/library-entry";
import {
	readLibrarySnapshot,
	writeLibrarySnapshot,
} from "../../../src/core/library/library-snapshot";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import type { VaultLibrary } from "../../../src/core/library/vault-library";
import { createVaultLibrary } from "../../../src/core/library/vault-library";

const KNOWLEDGE = createRuleKnowledge([]);

const sigmaNote = (id: string, technique: string, value: string): string =>
	[
		"---",
		`rule_id: ${id}`,
		"vendor: sigma",
		`title: Rule ${id}`,
		`techniques: [${technique}]`,
		"tags: [detection_rule]",
		"---",
		"### Rule",
		"```yaml",
		`title: Rule ${id}`,
		"logsource: { product: windows, category: process_creation }",
		`detection: { selection: { CommandLine|contains: ${value} }, condition: selection }`,
		"```",
		"",
	].join("\n");

function put(library: VaultLibrary, path: string, text: string): void {
	library.put(readNoteRecord(path, text, { ctime: 0, mtime: 0, size: text.length }), text);
}

const ruleAt = (library: VaultLibrary, path: string): RuleEntry => {
	const entry = library.entry(path);
	if (entry?.kind !== "rule") throw new Error(`${path} is no rule`);
	return entry;
};

const reachOf = (library: VaultLibrary, path: string): number[] =>
	library.indicatorsOf(ruleAt(library, path)).map(({ reach }) => reach);

describe("a vault's library", () => {
	it("knows rules by technique and counts who looks for the same", () => {
		const library = createVaultLibrary(KNOWLEDGE);
		put(library, "b.md", sigmaNote("b", "T1021.004", "ssh"));
		put(library, "a.md", sigmaNote("a", "T1021", "ssh"));
		expect(library.rulesOf((id) => id.startsWith("T1021")).map(({ id }) => id)).toEqual(["a", "b"]);
		expect(library.rulesOf((id) => id === "T1021.004").map(({ id }) => id)).toEqual(["b"]);
		expect(reachOf(library, "a.md")).toEqual([2]);
	});

	it("follows edits, renames and deletions", () => {
		const library = createVaultLibrary(KNOWLEDGE);
		put(library, "a.md", sigmaNote("a", "T1021", "ssh"));
		put(library, "b.md", sigmaNote("b", "T1021", "ssh"));
		put(library, "b.md", sigmaNote("b", "T1059", "scp"));
		expect(reachOf(library, "a.md")).toEqual([1]);
		expect(library.rulesOf((id) => id === "T1021")).toHaveLength(1);
		library.rename("b.md", "c.md");
		expect(library.entry("b.md")).toBeUndefined();
		expect(ruleAt(library, "c.md").path).toBe("c.md");
		library.remove("c.md");
		expect(library.ruleCount).toBe(1);
		put(library, "a.md", "no rule any more");
		expect(library.ruleCount).toBe(0);
	});

	it("forgets a rule whose path another note takes", () => {
		const library = createVaultLibrary(KNOWLEDGE);
		put(library, "a.md", sigmaNote("a", "T1021", "ssh"));
		library.rename("plain.md", "a.md");
		expect(library.ruleCount).toBe(0);
	});

	it("names its techniques as often as it is asked", () => {
		const library = createVaultLibrary(KNOWLEDGE);
		put(library, "a.md", "---\nattack_id: T1021\nname: x\n---\n");
		expect([...library.techniques]).toEqual(["T1021"]);
		expect([...library.techniques]).toEqual(["T1021"]);
	});

	it("takes the first of several notes of a technique by path", () => {
		const library = createVaultLibrary(KNOWLEDGE);
		for (const path of ["z.md", "m.md"])
			put(library, path, "---\nattack_id: T1021\nname: x\n---\n");
		expect(library.technique("T1021")?.path).toBe("m.md");
	});

	it("counts the tests of a runbook", () => {
		const library = createVaultLibrary(KNOWLEDGE);
		const guid = "- GUID: 0f0f0f0f-0000-4000-8000-000000000000\n";
		put(library, "r.md", `---\nrunbook_id: T1021\n---\n${guid}${guid}`);
		expect(library.runbooksOf((id) => id === "T1021")).toMatchObject([{ tests: 2 }]);
	});

	it("lists a rule note without a rule as one that is not understood", () => {
		const library = createVaultLibrary(KNOWLEDGE);
		put(library, "a.md", "---\nrule_id: a\ntechniques: [T1021]\n---\n");
		const { facts } = ruleAt(library, "a.md");
		expect(facts).toMatchObject({ parsed: "opaque", reasons: ["the note holds no rule text"] });
	});

	it("says what is wrong with a rule's text that a person broke", () => {
		const library = createVaultLibrary(KNOWLEDGE);
		const broken = sigmaNote("a", "T1021", "ssh").replace("logsource:", "  logsource:");
		put(library, "a.md", broken);
		const { facts } = ruleAt(library, "a.md");
		expect(facts).toMatchObject({
			parsed: "opaque",
			reasons: [expect.stringContaining("not valid YAML")],
		});
	});

	it("survives being kept between starts, and only with the same knowledge", () => {
		const library = createVaultLibrary(KNOWLEDGE);
		put(library, "a.md", sigmaNote("a", "T1021", "ssh"));
		const text = writeLibrarySnapshot([ruleAt(library, "a.md")], "k1");
		expect(readLibrarySnapshot(text, "k1")).toEqual([ruleAt(library, "a.md")]);
		expect(readLibrarySnapshot(text, "k2")).toBeUndefined();
		expect(readLibrarySnapshot(text.slice(0, -1), "k1")).toBeUndefined();
	});
});

const edit = fc.record({
	path: fc.constantFrom("a.md", "b.md", "c.md"),
	what: fc.oneof(
		fc.record({
			technique: fc.constantFrom("T1021", "T1021.004", "T1059"),
			value: fc.constantFrom("ssh", "scp", "[ssh, scp]"),
		}),
		fc.constant("remove" as const),
	),
});

describe("a library after edits", () => {
	it("equals one that is built anew", () => {
		fc.assert(
			fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
				const updated = createVaultLibrary(KNOWLEDGE);
				const notes = new Map<string, string>();
				for (const { path, what } of edits) {
					if (what === "remove") {
						updated.remove(path);
						notes.delete(path);
					} else {
						const text = sigmaNote(path, what.technique, what.value);
						put(updated, path, text);
						notes.set(path, text);
					}
				}
				const rebuilt = createVaultLibrary(KNOWLEDGE);
				for (const [path, text] of notes) put(rebuilt, path, text);
				expect(updated.rulesOf(() => true)).toEqual(rebuilt.rulesOf(() => true));
				for (const path of notes.keys())
					expect(reachOf(updated, path)).toEqual(reachOf(rebuilt, path));
			}),
		);
	});
});

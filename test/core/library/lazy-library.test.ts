import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNoteRecord } from "../../../src/core/index/read-note-record";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import type { VaultLibrary } from "../../../src/core/library/vault-library";
import { createVaultLibrary } from "../../../src/core/library/vault-library";

const KNOWLEDGE = createRuleKnowledge([]);

/** A note of a Sigma rule; with `hasIdentity` false only its tag and its text say so. */
function ruleNote(id: string, value: string, hasIdentity = true): string {
	return [
		"---",
		...(hasIdentity ? [`rule_id: ${id}`, "vendor: sigma"] : []),
		"techniques: [T1021]",
		"tags: [detection_rule]",
		"---",
		"```yaml",
		`title: Rule ${id}`,
		`id: ${id}`,
		"logsource: { product: windows, category: process_creation }",
		`detection: { selection: { CommandLine|contains: ${value} }, condition: selection }`,
		"```",
		"",
	].join("\n");
}

function put(library: VaultLibrary, path: string, text: string): void {
	library.put(readNoteRecord(path, text, { ctime: 0, mtime: 0, size: text.length }), text);
}

/** All that a library says of its rules. */
function tellAll(library: VaultLibrary): unknown {
	return library
		.rulesOf(() => true)
		.map((rule) => ({
			...rule,
			looksFor: library
				.indicatorsOf(rule)
				.map(({ field, op, value, reach, rules }) => [
					...[field, op, value, reach],
					[...rules].map(({ path }) => path),
				]),
		}));
}

const edit = fc.record({
	what: fc.constantFrom("put", "bare", "remove", "rename", "ask"),
	path: fc.constantFrom("a.md", "b.md", "c.md"),
	to: fc.constantFrom("a.md", "b.md", "d.md"),
	value: fc.constantFrom("ssh", "scp", "rdp"),
});

describe("a library that understands rules when they are asked for", () => {
	it("says what one says that understands them at once, after any edits and questions", () => {
		fc.assert(
			fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
				const [lazy, plain] = [createVaultLibrary(KNOWLEDGE, true), createVaultLibrary(KNOWLEDGE)];
				for (const { what, path, to, value } of edits) {
					for (const library of [lazy, plain]) {
						if (what === "put") put(library, path, ruleNote(path, value));
						else if (what === "bare") put(library, path, ruleNote(path, value, false));
						else if (what === "remove") library.remove(path);
						else if (what === "rename") library.rename(path, to);
					}
					if (what === "ask") expect(tellAll(lazy)).toEqual(tellAll(plain));
				}
				expect(tellAll(lazy)).toEqual(tellAll(plain));
			}),
			{ numRuns: 40 },
		);
	});

	it("takes no rule apart that nobody asks for", () => {
		let asked = 0;
		const { fields } = KNOWLEDGE;
		const counting = {
			...KNOWLEDGE,
			fields: {
				...fields,
				find: (...args: Parameters<typeof fields.find>) => {
					asked++;
					return fields.find(...args);
				},
			},
		};
		const library = createVaultLibrary(counting, true);
		put(library, "a.md", ruleNote("a", "ssh"));
		put(library, "b.md", ruleNote("b", "ssh"));
		expect(library.rulesOf(() => true)).toHaveLength(2);
		expect(asked).toBe(0);
		const entry = library.entry("a.md");
		expect(entry?.kind === "rule" && entry.facts.predicates).toHaveLength(1);
		expect(asked).toBe(1);
	});
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createVaultIndex, type VaultIndex } from "../../../src/core/index/vault-index";
import { encodeOutcome } from "../../../src/core/query/encode-outcome";
import { runQuery } from "../../../src/core/query/run-query";
import { snapshotOf } from "./read-record";

/** A small world, so that notes, links, tags and folders meet often. */
const NAMES = ["a", "b", "c", "A", "d 2024-01-02"];
const FOLDERS = ["", "x/", "x/y/", "z/"];
const path = fc
	.tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES))
	.map(([folder, name]) => `${folder}${name}.md`);
const link = fc
	.tuple(fc.constantFrom("", "x/", "z/", "./"), fc.constantFrom("a", "b", "C", "none"))
	.map(([folder, name]) => `[[${folder}${name}]]`);
const line = fc.oneof(
	link,
	fc.constantFrom(
		"#t",
		"#T/u",
		"key:: [[a]]",
		"- [ ] task [due:: 2024-01-01]",
		"- item (n:: 1)",
		"# H",
	),
);
const text = fc
	.tuple(
		fc.constantFrom("", "---\ntags: [t, w]\nKey Two: 1\nup: '[[b]]'\n---\n"),
		fc.array(line, { maxLength: 4 }),
	)
	.map(([front, lines]) => front + lines.join("\n"));

type Change =
	| { readonly type: "put"; readonly path: string; readonly text: string }
	| { readonly type: "remove"; readonly path: string }
	| { readonly type: "rename"; readonly path: string; readonly to: string };

const change: fc.Arbitrary<Change> = fc.oneof(
	fc.record({ type: fc.constant("put" as const), path, text }),
	fc.record({ type: fc.constant("remove" as const), path }),
	fc.record({ type: fc.constant("rename" as const), path, to: path }),
);

const QUERIES = [
	"TABLE file.outlinks, file.inlinks, file.tags, file.tasks, key, key-two, up, file.day",
	"LIST FROM #t",
	"LIST FROM [[a]] OR outgoing([[x/b]])",
	'LIST FROM "x" AND -#t/u',
	"TABLE length(rows) GROUP BY up.file.name",
];

function describeIndex(index: VaultIndex): unknown {
	return {
		tags: index.tags(),
		records: index.notes().map((note) => note.record),
		links: index.notes().map((note) => [index.linksTo(note.path), index.linksFrom(note.path)]),
		answers: QUERIES.map((query) =>
			encodeOutcome(runQuery(index, query, { origin: "x/a.md", now: 0 })),
		),
	};
}

function apply(index: VaultIndex, texts: Map<string, string>, step: Change): void {
	if (step.type === "put") {
		index.put(step.path, step.text, statOf(step.text));
		texts.set(step.path, step.text);
	} else if (step.type === "remove") {
		expect(index.remove(step.path)).toBe(texts.delete(step.path));
	} else {
		const moved = texts.get(step.path);
		expect(index.rename(step.path, step.to)).toBe(moved !== undefined);
		if (moved === undefined) return;
		texts.delete(step.path);
		texts.set(step.to, moved);
	}
}

function statOf(content: string): { ctime: number; mtime: number; size: number } {
	return { ctime: 0, mtime: content.length, size: content.length };
}

function rebuild(texts: ReadonlyMap<string, string>): VaultIndex {
	const index = createVaultIndex();
	for (const [name, content] of texts) index.put(name, content, statOf(content));
	return index;
}

describe("an index", () => {
	test("that followed edits equals one that is built anew, however often it was asked in between", () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 25 }), fc.nat(5), (changes, every) => {
				const index = createVaultIndex();
				const texts = new Map<string, string>();
				changes.forEach((step, at) => {
					apply(index, texts, step);
					// What was worked out before an edit must not outlive it.
					if (at % (every + 1) === 0) describeIndex(index);
				});
				expect(describeIndex(index)).toEqual(describeIndex(rebuild(texts)));
				expect(index.size).toBe(texts.size);
			}),
			{ numRuns: 150 },
		);
	});

	test("that is restored equals the one that was kept, and asks for what changed since", () => {
		fc.assert(
			fc.property(
				fc.array(change, { maxLength: 20 }),
				fc.array(change, { maxLength: 5 }),
				(first, then) => {
					const index = createVaultIndex();
					const texts = new Map<string, string>();
					for (const step of first) apply(index, texts, step);
					const snapshot = snapshotOf(index);
					const before = new Map(texts);
					for (const step of then) apply(index, texts, step);
					const files = [...texts].map(([name, content]) => ({ path: name, ...statOf(content) }));
					const restored = createVaultIndex();
					for (const name of restored.restore(snapshot, files)) {
						const content = texts.get(name) ?? "";
						expect(before.get(name)).not.toBe(content);
						restored.put(name, content, statOf(content));
					}
					// Two texts of one length and time cannot be told apart, by any index.
					const isTold = [...texts].every(([name, content]) => {
						const old = before.get(name);
						return old === undefined || old === content || old.length !== content.length;
					});
					if (isTold) expect(describeIndex(restored)).toEqual(describeIndex(index));
				},
			),
			{ numRuns: 100 },
		);
	});
});

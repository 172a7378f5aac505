import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createVaultIndex } from "../../../src/core/index/vault-index";
import type { Source } from "../../../src/core/query/parse/ast";
import { selectNotes } from "../../../src/core/query/run/select-notes";
import { ask, openFixture } from "./support/ask";
import { isMeant } from "./support/plain-source";

describe("FROM", () => {
	const vault = openFixture();
	test.each([
		['"Techniques"', 2],
		['"techniques"', 0],
		['"Techniques/"', 0],
		['"/"', 10],
		['""', 10],
		['"README"', 1],
		['"README.md"', 1],
		['"Detection Rules" OR "Techniques"', 5],
		['"Detection Rules" AND #t1110', 1],
		["#T1021_004 AND -#detection_rule", 2],
		["!#log and !#detection_rule and !#techniques", 2],
		["#detections", 2],
		["#detections/review", 1],
		['"README" OR "Techniques" AND #techniques', 2],
		['"README" OR ("Techniques" AND #techniques)', 3],
		["[[shift log]]", 3],
		["[[Shift log#Open points|shown]]", 3],
		["outgoing([[Shift log]])", 1],
		["[[Nowhere]]", 1],
		["outgoing([[Nowhere]])", 1],
		["[[nowhere]]", 0],
		['-"Notes"', 7],
	])("%s gives %i notes", (source, count) => {
		expect(ask(vault, `LIST FROM ${source}`).rows).toHaveLength(count);
	});

	test("the note itself", () => {
		const origin = "Notes/Shift log.md";
		expect(ask(vault, "LIST FROM [[]]", origin).rows).toHaveLength(3);
		expect(ask(vault, "LIST FROM outgoing([[]])", origin).rows).toHaveLength(1);
	});
});

const SPAN = { start: 0, end: 0 };
const FOLDERS = ["", "x", "x/y", "z"];
const source: fc.Arbitrary<Source> = fc.letrec<{ source: Source }>((tie) => ({
	source: fc.oneof(
		{ depthSize: "small" },
		fc
			.constantFrom(...FOLDERS, "a", "x/a.md")
			.map((path) => ({ type: "folder" as const, path, span: SPAN })),
		fc.constantFrom("#t", "#T/u", "#v").map((tag) => ({ type: "tag" as const, tag, span: SPAN })),
		fc
			.tuple(
				fc.constantFrom("a", "b", "none"),
				fc.constantFrom("incoming" as const, "outgoing" as const),
			)
			.map(([target, direction]) => ({ type: "link" as const, target, direction, span: SPAN })),
		tie("source").map((inner) => ({ type: "not" as const, source: inner, span: SPAN })),
		fc
			.tuple(fc.constantFrom("and" as const, "or" as const), tie("source"), tie("source"))
			.map(([type, left, right]) => ({ type, left, right, span: SPAN })),
	),
})).source;

test("a source found through the index is what going through all notes gives", () => {
	const note = fc.tuple(
		fc.constantFrom(...FOLDERS),
		fc.constantFrom("a", "b", "c"),
		fc.subarray(["#t", "#t/u", "#v", "[[a]]", "[[x/b]]", "[[none]]"]),
	);
	fc.assert(
		fc.property(fc.array(note, { maxLength: 10 }), source, (notes, wanted) => {
			const index = createVaultIndex();
			for (const [folder, name, words] of notes) {
				const path = folder === "" ? `${name}.md` : `${folder}/${name}.md`;
				index.put(path, words.join(" "), { ctime: 0, mtime: 0, size: 0 });
			}
			const found = selectNotes(wanted, index, "");
			const plain = index.notes().filter((candidate) => isMeant(wanted, candidate, index));
			expect(found.ok && found.notes.map(({ path }) => path)).toEqual(
				plain.map(({ path }) => path),
			);
		}),
		{ numRuns: 500 },
	);
});

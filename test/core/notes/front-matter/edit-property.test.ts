import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editProperty } from "../../../../src/core/notes/front-matter/edit-property";
import { readPropertyLines } from "../../../../src/core/notes/front-matter/read-property-lines";
import { writeProperty } from "../../../../src/core/notes/front-matter/write-properties";
import type { PropertyValue } from "../../../../src/core/model/note";

function edit(raw: string, value: PropertyValue): string | undefined {
	const read = readPropertyLines(raw);
	const chunk = read.ok ? read.chunks[0] : undefined;
	if (chunk === undefined) throw new Error("no property");
	const lineBreak = raw.includes("\r\n") ? "\r\n" : "\n";
	return editProperty(chunk, value, writeProperty({ key: chunk.key, value }), lineBreak)?.raw;
}

describe("a property with another value", () => {
	it.each<[string, string, PropertyValue, string]>([
		["a scalar", "a: old\n", "new", "a: new\n"],
		["a scalar with a comment", "a: old  # why\n", "new", "a: new  # why\n"],
		["a quoted scalar that holds a number sign", 'a: "x #1" # why\n', "z", "a: z # why\n"],
		["a list in brackets", "a: [b,c] # why\n", ["b", "c", "d"], "a: [b,c, d] # why\n"],
		["an empty list", "a: []\n", ["b"], "a: [b]\n"],
		["a list in brackets that loses an item", "a: [b, c]\n", ["c"], "a: [c]\n"],
		["a list of lines", "a:\n- b\n- c\n", ["b", "d"], "a:\n- b\n- d\n"],
		[
			"an indented one",
			"a:\n   - 'b'\n   - c\n",
			["b", "c", "d e"],
			"a:\n   - 'b'\n   - c\n   - d e\n",
		],
		[
			"comments in it",
			"a:\n  # one\n  - b # two\n  - c # three\n",
			["b", "d"],
			"a:\n  # one\n  - b # two\n  - d\n  # three\n",
		],
		["Windows line breaks", "a:\r\n  - b\r\n", ["b", "c"], "a:\r\n  - b\r\n  - c\r\n"],
		["a text of several lines", "a: |\n  one\n  two\n", "new", "a: new\n"],
		["a list that becomes empty", "a:\n  - b\n", [], "a: []\n"],
	])("keeps the form of %s", (_, raw, value, expected) => {
		expect(edit(raw, value)).toBe(expected);
	});

	it("is refused where a comment could be lost", () => {
		expect(edit("a: # why\n  text\n", "new")).toBeUndefined();
		expect(edit("a: [b, # why\n  c]\n", ["c"])).toBeUndefined();
	});

	it("reads as the value it was given, or is refused", () => {
		const form = fc.constantFrom(
			...[
				"a: [b, c]\n",
				"a:\n  - b\n  - c # x\n",
				"a: text # y\n",
				"a:\n",
				"a: |\n  b\n",
				"a: 'b'\n",
			],
		);
		const value = fc.oneof(
			fc.string({ maxLength: 8 }),
			fc.uniqueArray(fc.string({ maxLength: 4 }), { maxLength: 4 }),
		);
		fc.assert(
			fc.property(form, value, (raw, next) => {
				const read = readPropertyLines(edit(raw, next) ?? writeProperty({ key: "a", value: next }));
				expect(read.ok && read.chunks.map((chunk) => chunk.value)).toEqual([next]);
			}),
			{ numRuns: 2_000 },
		);
	});
});

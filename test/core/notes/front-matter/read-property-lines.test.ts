import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	joinPropertyChunks,
	readPropertyLines,
} from "../../../../src/core/notes/front-matter/read-property-lines";
import { writeProperties } from "../../../../src/core/notes/front-matter/write-properties";

describe("readPropertyLines", () => {
	it("keeps comments, nested lines and line breaks with their property", () => {
		const text =
			"# about\r\ncreated: 2020-01-01 # when\r\n\r\ntags:\r\n- a\r\n# between\r\n- b\r\n" +
			'"my key": |\r\n  one\r\n\r\n  two\r\nnested:\r\n  x: 1\r\nflow: [\r\n  a\r\n]\r\n# last\r\n';
		const read = readPropertyLines(text);
		expect(read).toEqual({
			ok: true,
			chunks: [
				{
					key: "created",
					lead: "# about\r\n",
					raw: "created: 2020-01-01 # when\r\n",
					value: "2020-01-01",
				},
				{
					key: "tags",
					lead: "\r\n",
					raw: "tags:\r\n- a\r\n# between\r\n- b\r\n",
					value: ["a", "b"],
				},
				{
					key: "my key",
					lead: "",
					raw: '"my key": |\r\n  one\r\n\r\n  two\r\n',
					value: "one\n\ntwo\n",
				},
				{ key: "nested", lead: "", raw: "nested:\r\n  x: 1\r\n", value: { x: 1 } },
				{ key: "flow", lead: "", raw: "flow: [\r\n  a\r\n]\r\n", value: ["a"] },
			],
			tail: "# last\r\n",
		});
	});

	it("reads an empty front matter", () => {
		expect(readPropertyLines("")).toEqual({ ok: true, chunks: [], tail: "" });
		expect(readPropertyLines("# only\n")).toEqual({ ok: true, chunks: [], tail: "# only\n" });
	});

	it.each([
		["broken YAML", "tags: [, a]\n"],
		["a list", "- a\n- b\n"],
		["a scalar", "words\n"],
		["a property twice", "a: 1\nb: 2\na: 3\n"],
		["an alias to another property", "a: &x [1]\nb: *x\n"],
		["a merge key", "a: &x {b: 1}\n<<: *x\n"],
		["a flow mapping", "{a: 1, b: 2}\n"],
		["a complex key", "? a\n: b\n"],
		["text that spills to the margin", 'a: "b\nc"\n'],
	])("refuses %s", (_, text) => {
		expect(readPropertyLines(text)).toMatchObject({ ok: false });
	});

	it("says on which line a property stands twice", () => {
		expect(readPropertyLines("a: 1\n# x\na: 3\n")).toMatchObject({ ok: false, line: 3 });
	});

	it("takes addresses with ampersands", () => {
		expect(readPropertyLines("url: https://e.org/?a=1&b=*2\n")).toMatchObject({ ok: true });
	});

	it("joins to the text it was given, for any text", () => {
		const lines = fc.constantFrom(
			...[
				"a: 1",
				"b:",
				"  - x",
				"- y",
				"# c",
				"",
				"d: |",
				"    e",
				'"f": g',
				"'h': [1,",
				"  2]",
				"]",
				"i: >-",
				"\t",
				"j",
			],
		);
		fc.assert(
			fc.property(
				fc.array(lines, { maxLength: 12 }),
				fc.constantFrom("\n", "\r\n"),
				(parts, newline) => {
					const text = parts.join(newline);
					const read = readPropertyLines(text);
					if (read.ok) expect(joinPropertyChunks(read.chunks, read.tail)).toBe(text);
				},
			),
			{ numRuns: 10_000 },
		);
	});

	it("takes apart whatever writeProperties writes", () => {
		const property = fc.record({
			key: fc.string({ unit: "binary", maxLength: 6 }).filter((key) => key !== "__proto__"),
			value: fc.oneof(
				fc.string({ maxLength: 10 }),
				fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
			),
		});
		const properties = fc.uniqueArray(property, { selector: ({ key }) => key, maxLength: 5 });
		fc.assert(
			fc.property(properties, (written) => {
				const read = readPropertyLines(writeProperties(written));
				expect(read.ok && read.chunks.map(({ key, value }) => ({ key, value }))).toEqual(written);
			}),
			{ numRuns: 5_000 },
		);
	});
});

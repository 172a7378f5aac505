import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinNote, parseNote } from "../../../../src/core/notes/document/parse-note";

const titlesOf = (text: string): string[] =>
	parseNote(text)
		.sections.slice(1)
		.map(({ level, title }) => `${level} ${title}`);

describe("the headings of a note", () => {
	it.each([
		["of every level", "# A\n## B\n###### F\n####### no\n", ["1 A", "2 B", "6 F"]],
		[
			"closed by marks, empty, indented",
			"## A ##\n##\n   # C #d\n    # code\n",
			["2 A", "2 ", "1 C #d"],
		],
		["that need a space", "#tag\n#\tA\n", ["1 A"]],
		["underlined below a rule", "***\nA\n===\n* * *\nB\n---\n", ["1 A", "2 B"]],
		["underlined", "A\n===\n\nB\nmore\n---\n\ntext\n", ["1 A", "2 B more"]],
		["not in fences", "```\n# a\n```\n~~~~\n# b\n~~~\n# c\n~~~~\n# D\n", ["1 D"]],
		["not behind a fence that nothing closes", "# A\n```\n# b\n", ["1 A"]],
		["not in comments", "%%\n# a\n%%\n# B\n<!--\n# c\n-->\n# D\n", ["1 B", "1 D"]],
		["in spite of a comment that nothing closes", "%%\n# A\n", ["1 A"]],
		["not for a comment on one line", "%% x %%\n# A\n", ["1 A"]],
		[
			"not for rules, lists, quotes and tables",
			"---\n\n- a\n---\n\n> b\n---\n\n| c |\n|---|\n---\n",
			[],
		],
		["of a note with Windows line breaks", "# A\r\n\r\nB\r\n---\r\n", ["1 A", "2 B"]],
	])("are found: %s", (_, text, titles) => {
		expect(titlesOf(`\n${text}`)).toEqual(titles);
	});

	it("make paths", () => {
		const { sections } = parseNote("x\n## A\n#### B\n### C\n# D\n");
		expect(sections.map(({ path }) => path.join("/"))).toEqual(["", "A", "A/B", "A/C", "D"]);
	});
});

describe("a note taken apart", () => {
	it("has its front matter, with a byte order mark or not", () => {
		const note = parseNote("\uFEFF---\r\na: 1\r\n---\r\nBody\r\n");
		expect(note).toMatchObject({ open: "\uFEFF---\r\n", properties: "a: 1\r\n", close: "---\r\n" });
		expect(note.lines).toMatchObject({ ok: true, chunks: [{ key: "a", value: 1 }] });
	});

	it("says what is wrong with its front matter", () => {
		expect(parseNote("---\na: [\n---\n").lines).toMatchObject({ ok: false });
		expect(parseNote("---\na: 1\n\nNothing closes it.\n").lines).toMatchObject({ ok: false });
		expect(parseNote("---\n\nA rule on the first line.\n").lines).toMatchObject({ ok: true });
	});

	it("joins to the text that it was, whatever the text", () => {
		const piece = fc.constantFrom(
			...[
				"# A",
				"## B ##",
				"text",
				"",
				"```",
				"~~~",
				"---",
				"===",
				"%%",
				"<!--",
				"-->",
				"a: 1",
				"- x",
				"    # c",
				"\uFEFF",
				"> # q",
			],
		);
		const text = fc
			.tuple(fc.array(piece, { maxLength: 20 }), fc.constantFrom("\n", "\r\n", "\r"), fc.boolean())
			.map(([lines, newline, isClosed]) => lines.join(newline) + (isClosed ? newline : ""));
		fc.assert(
			fc.property(fc.oneof(text, fc.string({ unit: "binary" })), (note) => {
				expect(joinNote(parseNote(note))).toBe(note);
			}),
			{ numRuns: 10_000 },
		);
	});
});

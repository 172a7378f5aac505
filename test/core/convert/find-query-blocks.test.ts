import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findQueryBlocks } from "../../../src/core/convert/find-query-blocks";
import { replaceBlocks } from "../../../src/core/convert/replace-blocks";

const texts = (note: string): string[] => findQueryBlocks(note).map((block) => block.text);

/** The note with every block turned into a base of two lines. */
const replaced = (note: string): string =>
	replaceBlocks(
		note,
		findQueryBlocks(note).map((block) => ({ block, language: "base", text: "a:\n  b" })),
	);

describe("old query blocks are found", () => {
	test("with their language, line and text", () => {
		const [block, next] = findQueryBlocks(
			"# A\n\n```dataview\nLIST\nFROM #a\n```\n\n```query\ntag: a\n```\n",
		);
		expect(block).toMatchObject({ language: "dataview", text: "LIST\nFROM #a", line: 3 });
		expect(next).toMatchObject({ language: "query", text: "tag: a", line: 8 });
	});

	test.each([
		[
			"in a callout, with a blank before the closing marks",
			">[!info]- A\n>```query \n>tag: a \n> ```\n",
			["tag: a "],
		],
		["in a quote in a quote", "> > ```query\n> > tag: a\n> > ```\n", ["tag: a"]],
		["in a list", "- a\n  - b\n\n    ```query\n    tag: a\n    ```\n", ["tag: a"]],
		["on the line of a list's own marker", "1. ```query\n   tag: a\n   ```\n", ["tag: a"]],
		["behind a tab in a list", "- a\n\t```query\n\ttag: a\n\t```\n", ["tag: a"]],
		["in a quote in a list", "- a\n  > ```query\n  > tag: a\n  > ```\n", ["tag: a"]],
		[
			"indented by up to three blanks",
			"   ```query\n   tag: a\n     -x\n   ```\n",
			["tag: a\n  -x"],
		],
		[
			"between tildes and longer fences",
			"~~~~~query\ntag: a\n~~~\n~~~~~\n````dataview\nLIST\n```\n````\n",
			["tag: a\n~~~", "LIST\n```"],
		],
		["with Windows line breaks", "```query\r\ntag: a\r\ntag: b\r\n```\r\n", ["tag: a\ntag: b"]],
		["with words behind the language", "```dataview x=1\nLIST\n```\n", ["LIST"]],
		["that nothing closes", "```query\ntag: a", ["tag: a"]],
		["that ends with its quote", "> ```query\n> tag: a\nbehind\n", ["tag: a"]],
		["that are empty", "```query\n```\n", [""]],
	])("%s", (_name, note, found) => {
		expect(texts(note)).toEqual(found);
	});

	test.each([
		["shown in a longer fence", "````md\n```query\ntag: a\n```\n````\n"],
		["of code", "a\n\n    ```query\n    tag: a\n    ```\n"],
		[
			"of other languages",
			"```dataviewjs\ndv.list()\n```\n```Query\nx\n```\n```base\nviews: []\n```\n",
		],
		["in front matter", "---\na: |\n  ```query\n  tag: a\n  ```\n---\n"],
		["that are inline code", "```query tag: a```\n"],
	])("but none %s", (_name, note) => {
		expect(texts(note)).toEqual([]);
	});
});

describe("replacing blocks", () => {
	test.each([
		[
			"keeps quote marks",
			">[!info]- A\n>```query \n>tag: a \n> ```\nx",
			">[!info]- A\n>```base \n>a:\n>  b\n> ```\nx",
		],
		[
			"keeps the indent of a list",
			"- a\n  ```query\n  tag: a\n  ```\n",
			"- a\n  ```base\n  a:\n    b\n  ```\n",
		],
		[
			"puts blanks for a list's marker",
			"1. ```query\n   ```\n",
			"1. ```base\n   a:\n     b\n   ```\n",
		],
		[
			"keeps Windows line breaks",
			"```query\r\nx\r\ny\r\n```\r\n",
			"```base\r\na:\r\n  b\r\n```\r\n",
		],
		["keeps the end of a note without a line break", "```query\nx", "```base\na:\n  b"],
		[
			"keeps what stands behind the language",
			"~~~dataview x=1\nLIST\n~~~",
			"~~~base x=1\na:\n  b\n~~~",
		],
	])("%s", (_name, note, expected) => {
		expect(replaced(note)).toBe(expected);
	});

	test("changes the word alone where the text stays", () => {
		const note = "> ~~~dataview  y\r\n>LIST\r\n> \tFROM #a  \r\n> ~~~  \r\n\r\nend";
		const blocks = findQueryBlocks(note);
		const same = blocks.map((block) => ({
			block,
			language: "detection-vault" as const,
			text: block.text,
		}));
		expect(replaceBlocks(note, same)).toBe(note.replace("dataview", "detection-vault"));
	});

	test("touches nothing but the blocks, in any note", () => {
		const line = fc.constantFrom(
			...[
				"```query",
				"```dataview",
				"~~~query",
				"```",
				"~~~",
				"````",
				"````md",
				"> ```query",
				"> x",
				"> ```",
			],
			...[
				"- ```query",
				"  ```",
				"\t```query",
				"tag: a",
				"",
				"    x",
				"1. a",
				"---",
				">- ```dataview",
				">  ```",
				"# h",
			],
		);
		const note = fc
			.tuple(
				fc.array(line, { maxLength: 20 }),
				fc.constantFrom("\n", "\r\n"),
				fc.constantFrom("", "\n"),
			)
			.map(([lines, lineBreak, end]) => lines.join(lineBreak) + end);
		fc.assert(
			fc.property(note, (text) => {
				const blocks = findQueryBlocks(text);
				const outside = (
					of: string,
					stretches: readonly { start: number; end: number }[],
				): string[] => {
					const ends = [0, ...stretches.map(({ end }) => end)];
					return ends.map((from, index) => of.slice(from, stretches[index]?.start));
				};
				const kept = outside(
					text,
					blocks.flatMap(({ word, content }) => [word, content]),
				);
				const result = replaced(text);
				let at = 0;
				for (const part of kept) {
					const found = result.indexOf(part, at);
					expect(found).toBeGreaterThanOrEqual(at);
					at = found + part.length;
				}
				// What was replaced is no old block any more, and nothing else became one.
				expect(findQueryBlocks(result)).toEqual([]);
			}),
		);
	});
});

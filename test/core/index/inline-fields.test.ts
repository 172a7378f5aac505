import { describe, expect, test } from "vitest";
import { readRecord } from "./read-record";

describe("inline fields", () => {
	test.each([
		["a whole line", "Key:: some value", [["Key", "some value"]]],
		["a line in bold", "**Key One**:: value", [["Key One", "value"]]],
		["in italics and quotes", "> *Key*:: value", [["Key", "value"]]],
		[
			"brackets in a sentence",
			"It was [seen:: today] (by:: Robin) there.",
			[
				["seen", "today"],
				["by", "Robin"],
			],
		],
		[
			"brackets in brackets",
			"[link:: [[A|b]]] (x:: f(1))",
			[
				["link", "[[A|b]]"],
				["x", "f(1)"],
			],
		],
		["brackets rather than the line", "a:: b [c:: d]", [["c", "d"]]],
		["brackets that never close", "[a:: b", [["a", "b"]]],
		["a line between two lists", "- a\n\nk:: 1\n\n- b\n- c\n", [["k", "1"]]],
		["no value", "gap::", [["gap", ""]]],
		["a heading", "## Title [a:: b]", [["a", "b"]]],
		[
			"a table",
			"| x | (a:: b) |\n| --- | --- |\n| y | [c:: d] |",
			[
				["a", "b"],
				["c", "d"],
			],
		],
		["code", "```\na:: b\n```", [["a", "b"]]],
		["more colons", "a:: b:: c", [["a", "b:: c"]]],
		["an emoji in brackets", "[🚨:: 2]", [["🚨", "2"]]],
		["an emoji alone on a line", "🎯:: 7", []],
		["a sentence with two colons", "What: then:: this", []],
		["an escaped bracket in a value", "[a:: b \\] c]", [["a", "b \\] c"]]],
		["the lines of front matter", "---\na: [x, '(k:: v)']\n---", [["k", "v"]]],
	])("are read from %s", (_, body, fields) => {
		expect(readRecord(body).fields).toEqual(fields);
	});

	test("of list items come first, those of tasks stay theirs", () => {
		const record = readRecord(
			"top:: 1",
			"",
			"- [a:: 2]",
			"- plain:: 3",
			"- [ ] [task:: 4]",
			"",
			"end:: 5",
		);
		expect(record.fields).toEqual([
			["a", "2"],
			["plain", "3"],
			["top", "1"],
			["end", "5"],
		]);
		expect(record.items.map((item) => item.fields)).toEqual([
			[["a", "2"]],
			[["plain", "3"]],
			[["task", "4"]],
		]);
	});

	test("of a task stand in brackets: its whole line is none", () => {
		const { items } = readRecord("- [ ] plain:: 1", "- [x] done [a:: 2] b:: 3");
		expect(items.map((item) => item.fields)).toEqual([[], [["a", "2"]]]);
	});

	test("on other lines of a list are none", () => {
		expect(readRecord("- item", "", "  second:: paragraph", "", "after:: list").fields).toEqual([
			["after", "list"],
		]);
	});

	test("of a line over 32,768 characters are none", () => {
		expect(readRecord(`a:: ${"b".repeat(32_768)}`).fields).toEqual([]);
	});
});

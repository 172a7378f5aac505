import { expect, test } from "vitest";
import { splitKql } from "../../../../src/core/rules/kusto/split-kql";

function split(text: string): readonly string[] {
	return splitKql(text).map(({ start, end }) => text.slice(start, end));
}

test.each([
	["a table", "A\n| take 1\n\nB\n| take 2", 2],
	["a table after a table alone", "A\n\nB", 2],
	["a let after a query", "A | take 1\n\nlet x = 1;\nB", 2],
	["a bracketed name", "A | take 1\n\n['My Table'] | take 2", 2],
	["a call", "A | take 1\n\nfind in (B) where x", 2],
	["a query after a semicolon", "A | take 1;\n\n(B | take 2)", 2],
	["a name after a descending order", "A | sort by x desc\n\nB", 2],
	["a name after a star", "A | summarize arg_max(t, *)\n\nB", 2],
])("a blank line before %s parts two queries", (_, text, count) => {
	expect(split(text)).toHaveLength(count);
});

test.each([
	["after let", "let x = 1;\n\nlet y = 2;\n\nA | take x"],
	["before a pipe", "A\n\n| take 1\n\n\n| take 2"],
	["before an operator word", "A | where x\n\nand y\n\nor z"],
	["after a comma", "A | project a,\n\nb"],
	["after a keyword", "A | summarize count() by\n\nb"],
	["in brackets", "A | where x in (\n\n1,\n\n2)\n| join (\n\nB\n\n) on c"],
	["in a function", "let f = (x:string) {\n\nB\n\n| where y == x\n\n};\nf('a')"],
	["in a multi-line string", "print ```\n\nB | take 1\n\n```"],
	["before the table of a join", "A | join kind=inner\n\nB on c"],
	["between comments", "// one\n\n// two\n\nA\n\n// three\n\n| take 1"],
	["with brackets in strings and comments", 'A | where x == "(" // (\n\n| take 1'],
	["with a quote in a verbatim string", "A | where x == @'C:\\'\n\n| take 1"],
])("a blank line %s parts nothing", (_, text) => {
	expect(split(text)).toEqual([text]);
});

test("a comment belongs to the query below it, unless it follows the one above at once", () => {
	expect(split("A | take 1\n// of A\n\n// of B\n\nB | take 2\n// end")).toEqual([
		"A | take 1\n// of A",
		"// of B\n\nB | take 2\n// end",
	]);
});

test("a bracket that is never closed does not swallow the next query", () => {
	expect(split("A | where (x\n\nlet y = 1;\nB | take y")).toHaveLength(2);
});

test("an apostrophe in prose spoils its line only", () => {
	expect(split("A | where it's\n\nB | take 1")).toHaveLength(2);
});

test("parts of comments alone are none", () => {
	expect(split("// nothing\n\n// here")).toEqual([]);
	expect(split("A | take 1\n\n// nothing more")).toEqual(["A | take 1"]);
});

import { expect, test } from "vitest";
import { findYamlValueLine, splitYamlList } from "../../../src/core/formats/yaml-lines";

const text = [
	"# comment",
	"name: a",
	"other: |",
	"  query: not this one",
	'"quoted": x',
	"folded: 'a",
	"  b'",
	"plain:",
	"",
	"  on the next line",
	"nested:",
	"  first: 1",
	"  deeper:",
	"    query: |-",
	"",
	"      T",
	"query: here",
].join("\n");

test.each([
	[["name"], 2],
	[["quoted"], 5],
	[["folded"], 6],
	[["plain"], 10],
	[["nested", "deeper", "query"], 15],
	[["query"], 17],
	[["nested", "query"], undefined],
	[["absent"], undefined],
])("the value of %j starts on line %s", (keys, line) => {
	expect(findYamlValueLine(text, keys)).toBe(line);
});

test("items of a list are YAML by themselves, each with its line", () => {
	const text = "a: 1\nrules:\n# first\n- x: 1\n  y: |\n    - z\n\n- x: 2\nend: 3\n";
	expect(splitYamlList(text, 3)).toEqual([
		{ text: "  x: 1\n  y: |\n    - z\n", line: 4 },
		{ text: "  x: 2", line: 8 },
	]);
	expect(splitYamlList("  - a: 1\n  - b: 2\n- c: 3")).toEqual([
		{ text: "    a: 1", line: 1 },
		{ text: "    b: 2", line: 2 },
	]);
	expect(splitYamlList("a: 1\n- b")).toEqual([]);
	expect(splitYamlList("")).toEqual([]);
});

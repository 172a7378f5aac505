import { expect, test } from "vitest";
import { findYamlValueLine } from "../../../src/core/formats/yaml-lines";

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

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLucene } from "../../../../src/core/languages/lucene/parse-lucene";
import { printCondition } from "../../../../src/core/languages/lucene/print-lucene";
import { expectNoFault, expectSameWhenRead } from "../language-laws";
import { buildPredicate, findFault } from "../query-building";

const field = fc.oneof(
	fc.constantFrom("user.name", "AND", "a b", "x:y", "-a", "\\"),
	fc
		.string({ minLength: 1 })
		.filter((name) => name !== "*" && !["_exists_", "_missing_"].includes(name)),
);
const text = fc.string({ minLength: 1 });
const scalar = fc.oneof(text, fc.nat(), fc.boolean());
const several = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
	fc.array(values, { minLength: 1, maxLength: 3 });
const predicate = fc.oneof(
	fc.tuple(field, several(scalar)).map(([name, values]) => buildPredicate(name, "eq", values)),
	fc
		.tuple(field, fc.constantFrom("contains", "starts_with", "ends_with"), several(text))
		.map(([name, op, values]) => buildPredicate(name, op, values)),
	fc
		.tuple(field, fc.constantFrom("lt", "le", "gt", "ge"), scalar)
		.map(([name, op, value]) => buildPredicate(name, op, [value])),
	field.map((name) => buildPredicate(name, "exists", [])),
	field.map((name) => buildPredicate(name, "wildcard", ["a?b c*AND"])),
	field.map((name) => buildPredicate(name, "regex_match", ["[a-z]+/x"])),
	text.map((value) => buildPredicate(null, "match", [value])),
);

describe("Lucene's query syntax", () => {
	test("parsing what was printed gives the same condition", () => {
		expectSameWhenRead(parseLucene, predicate, printCondition);
	});

	test("no text makes the parser throw or pass over tokens silently", () => {
		const pieces =
			'a : ( ) [ ] { } TO AND OR NOT && || ! + - "b c" " /x/ / \\ * ? ~2 ^3 < >= a:1 *:*';
		expectNoFault(parseLucene, pieces.split(" "));
	});

	test.each(["(", "NOT ", "-", "a:(", "a ", "a AND ", '"', ")", "[", "a:[1 TO ", "/", "\\", "\0"])(
		"a long text of %j is read in one pass",
		(unit) => {
			expect(findFault(parseLucene, unit.repeat(30_000))).toBeUndefined();
			expect(findFault(parseLucene, `a:(${unit.repeat(30_000)}`)).toBeUndefined();
		},
	);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEql } from "../../../../src/core/languages/eql/parse-eql";
import { printCondition } from "../../../../src/core/languages/eql/print-eql";
import { expectNoFault, expectSameWhenRead } from "../language-laws";
import { buildPredicate, findFault } from "../query-building";

const field = fc.oneof(
	fc.constantFrom("process.name", "and", "a.b[0]", "x-y", "a`b", "@timestamp"),
	fc.string({ minLength: 1 }).filter((name) => !/[\n\0]/.test(name)),
);
const text = fc.string({ minLength: 1 });
const plain = text.filter((value) => !/[*?]/.test(value));
const folding = fc.boolean();
const several = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
	fc.array(values, { minLength: 1, maxLength: 4 });
const predicate = fc.oneof(
	fc
		.tuple(field, several(plain), folding)
		.map(([name, values, cased]) => buildPredicate(name, "eq", values, cased)),
	fc.tuple(field, text).map(([name, value]) => buildPredicate(name, "eq", [value], true)),
	fc.tuple(field, text).map(([name, value]) => buildPredicate(name, "ne", [value], true)),
	fc
		.tuple(field, several(text), folding)
		.map(([name, values, cased]) => buildPredicate(name, "in", values, cased)),
	fc
		.tuple(field, fc.constantFrom("contains", "starts_with", "ends_with"), several(plain), folding)
		.map(([name, op, values, cased]) => buildPredicate(name, op, values, cased)),
	fc
		.tuple(field, fc.constantFrom("contains", "starts_with", "ends_with"), text, folding)
		.map(([name, op, value, cased]) => buildPredicate(name, op, [value], cased)),
	fc
		.tuple(field, fc.constantFrom("lt", "le", "gt", "ge", "eq", "ne"), fc.integer())
		.map(([name, op, value]) => buildPredicate(name, op, [value])),
	fc
		.tuple(field, fc.constantFrom("exists", "is_null"))
		.map(([name, op]) => buildPredicate(name, op, [])),
	fc
		.tuple(field, several(plain), folding)
		.map(([name, parts, cased]) =>
			buildPredicate(name, "wildcard", [`a?${parts.join("*")}*b`], cased),
		),
	fc
		.tuple(field, folding)
		.map(([name, cased]) => buildPredicate(name, "regex_match", ["x[a-z]+\\.y"], cased)),
	field.map((name) => buildPredicate(name, "cidr_match", ["10.0.0.0/8", "::1"])),
	field.map((name) => ({ ...buildPredicate(name, "gt", [3]), transform: "length" })),
	field.map((name) => buildPredicate(name, "eq", [{ ref: "other.field" }], true)),
);

describe("EQL", () => {
	test("parsing what was printed gives the same condition", () => {
		expectSameWhenRead(
			parseEql,
			predicate,
			(condition) => `any where ${printCondition(condition)}`,
		);
	});

	test("no text makes the parser throw or pass over tokens silently", () => {
		const pieces =
			'process where any sequence sample join by with maxspan= 5m until [ ] ( ) , | filter head count and or not in in~ : like regex == != < + - * a.b ?c `d` "x*" """y""" \'z\' null true 1 length( ![ of /* // = !';
		expectNoFault(
			parseEql,
			pieces.split(" "),
			(query) => `sequence by a [any where ${query}] [${query}`,
		);
	});

	test.each([
		"(",
		"not ",
		"a or ",
		"a == (",
		"f(",
		"a + ",
		"- ",
		"[",
		'"',
		"`",
		"| filter a ",
		"| count ",
		"a:b:(",
		"a[",
		"/*",
		"\0",
	])("a long text of %j is read in one pass", (unit) => {
		expect(findFault(parseEql, `process where ${unit.repeat(30_000)}`)).toBeUndefined();
		expect(findFault(parseEql, `sequence ${unit.repeat(30_000)}`)).toBeUndefined();
	});
});

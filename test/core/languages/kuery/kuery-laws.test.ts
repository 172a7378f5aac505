import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseKuery } from "../../../../src/core/languages/kuery/parse-kuery";
import { printCondition } from "../../../../src/core/languages/kuery/print-kuery";
import { expectNoFault, expectSameWhenRead } from "../language-laws";
import { buildPredicate, findFault } from "../query-building";

const field = fc.oneof(
	fc.constantFrom("user.name", "and", "a b", "x:y", "process.args", "\\"),
	fc.string({ minLength: 1 }).filter((name) => !name.includes("*")),
);
const literal = fc.string({ minLength: 1 });
const scalar = fc.oneof(literal, fc.integer(), fc.boolean());
const predicate = fc.oneof(
	fc
		.tuple(field, fc.array(scalar, { minLength: 1, maxLength: 4 }))
		.map(([name, values]) => buildPredicate(name, "eq", values)),
	fc
		.tuple(
			field,
			fc.constantFrom("contains", "starts_with", "ends_with"),
			fc.array(literal, { minLength: 1, maxLength: 3 }),
		)
		.map(([name, op, values]) => buildPredicate(name, op, values)),
	fc
		.tuple(field, fc.constantFrom("lt", "le", "gt", "ge"), scalar)
		.map(([name, op, value]) => buildPredicate(name, op, [value])),
	fc
		.tuple(field, fc.constantFrom("exists", "is_null"))
		.map(([name, op]) => buildPredicate(name, op, [])),
	field.map((name) => buildPredicate(name, "wildcard", ["a*b c*and"])),
	literal.map((value) => buildPredicate(null, "match", [value])),
);

describe("Kuery", () => {
	test("parsing what was printed gives the same condition", () => {
		expectSameWhenRead(parseKuery, predicate, printCondition);
	});

	test("no text makes the parser throw or pass over tokens silently", () => {
		const pieces = [
			"a",
			":",
			"(",
			")",
			"{",
			"}",
			"and",
			"or",
			"not",
			'"',
			'"b c"',
			"\\",
			"*",
			"<=",
		];
		expectNoFault(parseKuery, pieces);
	});

	test.each(["(", "not ", "a:(", "a:{", "a or ", "a:(b or ", '"', ")", "\\", "\0", "\ud800"])(
		"a long text of %j is read in one pass",
		(unit) => {
			expect(findFault(parseKuery, unit.repeat(50_000))).toBeUndefined();
		},
	);
});

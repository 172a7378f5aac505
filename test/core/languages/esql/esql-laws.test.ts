import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEsql } from "../../../../src/core/languages/esql/parse-esql";
import { printCondition } from "../../../../src/core/languages/esql/print-esql";
import { expectNoFault, expectSameWhenRead } from "../language-laws";
import { buildPredicate, findFault } from "../query-building";

const field = fc.oneof(
	fc.constantFrom("process.name", "and", "a.in.b", "x-y", "a`b", "@timestamp", "_id", "null"),
	fc.string({ minLength: 1 }).filter((name) => !/[\n\0]/.test(name)),
);
const text = fc.string({ minLength: 1 });
const cased = fc.boolean();
const severalTexts = fc.array(text, { minLength: 2, maxLength: 4 });
const predicate = fc.oneof(
	fc
		.tuple(field, fc.constantFrom("eq", "ne"), fc.string(), cased)
		.map(([name, op, value, isCased]) => buildPredicate(name, op, [value], isCased)),
	fc
		.tuple(field, fc.constantFrom("eq", "ne", "lt", "le", "gt", "ge"), fc.integer())
		.map(([name, op, value]) => buildPredicate(name, op, [value], true)),
	fc
		.tuple(field, fc.array(text, { minLength: 1, maxLength: 4 }), cased)
		.map(([name, values, isCased]) => buildPredicate(name, "in", values, isCased)),
	fc
		.tuple(field, fc.constantFrom("contains", "starts_with", "ends_with"), fc.string(), cased)
		.map(([name, op, value, isCased]) => buildPredicate(name, op, [value], isCased)),
	fc
		.tuple(field, fc.constantFrom("contains", "starts_with", "ends_with"), severalTexts, cased)
		.map(([name, op, values, isCased]) => buildPredicate(name, op, values, isCased)),
	fc
		.tuple(
			field,
			fc.array(
				text.filter((value) => !/[*?\\]/.test(value)),
				{ minLength: 1 },
			),
			cased,
		)
		.map(([name, parts, isCased]) =>
			buildPredicate(name, "wildcard", [`a?${parts.join("*")}*b\\*`], isCased),
		),
	fc
		.tuple(field, cased)
		.map(([name, isCased]) => buildPredicate(name, "regex_match", ["x[a-z]+\\.y"], isCased)),
	fc
		.tuple(field, fc.constantFrom("exists", "is_null"))
		.map(([name, op]) => buildPredicate(name, op, [], true)),
	field.map((name) => buildPredicate(name, "cidr_match", ["10.0.0.0/8", "::1"], true)),
	field.map((name) => buildPredicate(name, "match", ["free text"])),
	field.map((name) => ({ ...buildPredicate(name, "gt", [3], true), transform: "length" })),
	field.map((name) => buildPredicate(name, "eq", [{ ref: "other.field" }], true)),
	field.map((name) => buildPredicate(name, "eq", [{ list: "?limit" }], true)),
	field.map((name) => buildPredicate(name, "eq", ["a", "b"], true)),
	text.map((value) => buildPredicate(null, "match", [value])),
);

describe("ES|QL", () => {
	test("parsing what was printed gives the same condition", () => {
		expectSameWhenRead(
			parseEsql,
			predicate,
			(condition) => `from logs | where ${printCondition(condition)}`,
		);
	});

	test("no text makes the parser throw or pass over tokens silently", () => {
		const pieces =
			'from row ts show | where eval stats by inline keep rename as grok dissect enrich on with lookup join fork fuse completion limit sort , . ( ) [ ] { } : :: == = != < + - * / % a b.c `d` ?e "x*" """y""" "%{z}" 5 minutes and or not in like rlike is null true kql( count( /* // = ;';
		expectNoFault(
			parseEsql,
			pieces.split(" "),
			(query) => `from a | where ${query}`,
			(query) => `from a | stats ${query}`,
		);
	});

	test.each([
		"(",
		")",
		"not ",
		"a or ",
		"a and b or ",
		"a == ",
		"a is null is null ",
		"a == (",
		"f(",
		"{",
		"a + ",
		"- ",
		"[",
		'"',
		'"""',
		'""" ',
		'"\\a',
		"`",
		"| ",
		"| where a ",
		"| fork (",
		"| fork (where a) ",
		"| stats a ",
		"| from (from a) ",
		"from (",
		"set a = b; ",
		"a::",
		"a.",
		"a,",
		"/*",
		"\0",
		"\uD800",
	])("a long text of %j is read in one pass", (unit) => {
		const long = unit.repeat(30_000);
		expect(findFault(parseEsql, long)).toBeUndefined();
		expect(findFault(parseEsql, `from a | where ${long}`)).toBeUndefined();
	});

	test.each(["(", "not ", "a or ", '"', '"""', "| "])("a megabyte of %j is read", (unit) => {
		const long = unit.repeat(Math.ceil(1_000_000 / unit.length));
		expect(findFault(parseEsql, `from a | where ${long}`)).toBeUndefined();
	});
});

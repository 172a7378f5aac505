import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseKql } from "../../../../src/core/languages/kql/parse-kql";
import { printCondition } from "../../../../src/core/languages/kql/print-kql";
import type { Predicate } from "../../../../src/core/model/predicate";
import {
	arbitraryCondition,
	arbitraryText,
	buildPredicate,
	conditionOf,
	findFault,
	NO_CONTEXT,
	withoutPlaces,
} from "../query-building";

const field = fc.oneof(
	fc.constantFrom("Name", "Details.user.name", "Targets[0].id", "true", "and", "a b", "x-y", '"'),
	fc.string({ minLength: 1 }),
);
const text = fc.string();
const scalar = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const isCased = fc.boolean();
/** Not those that stay text, since they would lose digits, and not the zero that is printed like the other. */
const isKnown = (value: unknown): boolean =>
	!Object.is(value, -0) && (!Number.isInteger(value) || Number.isSafeInteger(value));

const plain = fc.oneof(
	fc
		.tuple(field, fc.constantFrom("eq", "ne"), text, isCased)
		.map(([name, op, value, cased]) => buildPredicate(name, op, [value], cased)),
	fc
		.tuple(field, fc.constantFrom("eq", "ne", "gt", "ge", "lt", "le"), scalar.filter(isKnown))
		.filter(([, op, value]) => typeof value === "number" || (op !== "eq" && op !== "ne"))
		.map(([name, op, value]) => buildPredicate(name, op, [value])),
	fc
		.tuple(field, fc.constantFrom("contains", "starts_with", "ends_with", "match"), text, isCased)
		.map(([name, op, value, cased]) => buildPredicate(name, op, [value], cased)),
	fc
		.tuple(field, fc.array(scalar.filter(isKnown), { minLength: 1, maxLength: 4 }), isCased)
		.map(([name, values, cased]) => buildPredicate(name, "in", values, cased)),
	fc
		.tuple(field, fc.array(text, { minLength: 2, maxLength: 4 }))
		.map(([name, values]) => buildPredicate(name, "match", values, false)),
	fc
		.tuple(field, fc.constantFrom("exists", "is_null"))
		.map(([name, op]) => buildPredicate(name, op, [])),
	field.map((name) => buildPredicate(name, "eq", [true])),
	field.map((name) => buildPredicate(name, "regex_match", ["a+(b|c)"], true)),
	field.map((name) => buildPredicate(name, "regex_match", ["(?i)a+"], false)),
	field.map((name) => buildPredicate(name, "in", [{ list: "elsewhere" }, "a"], true)),
	field.map((name) => buildPredicate(name, "eq", [{ ref: "Other.path" }], true)),
	field.map((name) => buildPredicate(name, "gt", [{ ref: "ago(1d)" }])),
	field.map((name) => buildPredicate(name, "cidr_match", ["10.0.0.0/8", "192.168.0.0/16"])),
	text.map((value) => buildPredicate(null, "match", [value], false)),
	text.map((value) => buildPredicate(null, "contains", [value], true)),
);
const predicate = fc
	.tuple(plain, fc.constantFrom(null, null, "strlen", "trim_x"))
	.map(([found, transform]): Predicate => {
		const isBare = found.field === null || found.op === "cidr_match";
		return { ...found, source: "T", transform: isBare ? null : transform };
	});

describe("KQL", () => {
	test("parsing what was printed gives the same condition", () => {
		fc.assert(
			fc.property(arbitraryCondition(predicate), (condition) => {
				const parsed = parseKql(`T | where ${printCondition(condition)}`, NO_CONTEXT);
				expect(parsed.problems.filter(({ code }) => code !== "query-undefined")).toEqual([]);
				expect(withoutPlaces(conditionOf(parsed))).toEqual(withoutPlaces(condition));
			}),
		);
	});

	test("no text makes the parser throw or pass over tokens silently", () => {
		const pieces =
			'T | where and or not ( ) [ ] { } , ; = == in ~ !in has_any between .. . : * - $ " \' @" ``` // \n\n let view union join on by summarize extend project mv-apply parse with search find datatable externaldata materialize toscalar dynamic datetime( 1d 0x 5 a b scan step partition fork invoke f( case( make-graph graph-match graph-to-table nodes as --> (a)-[e]-> declare pattern alias restrict macro-expand entity_group h``` #'.split(
				" ",
			);
		fc.assert(
			fc.property(arbitraryText(pieces), (broken) => {
				expect(findFault(parseKql, broken)).toBeUndefined();
			}),
			{ numRuns: 1000 },
		);
	});

	test.each([
		"(",
		"T | where (",
		"T | where not(",
		"not ",
		"a or ",
		"a == ",
		"a between (1 .. ",
		"f(",
		"a[",
		"a.",
		"{",
		"let f = () {",
		'"',
		"```",
		")",
		"|",
		";",
		"\n\n",
		"\0",
		"\ud800",
		"project-",
		"T | where a in (",
		"T | mv-apply x on (",
		"T | graph-match (a)-[",
		"| make-graph A --> B with (U | where x == 1) on C ",
		'declare pattern p = (x: string) { ("a") = { T };',
		"macro-expand X as Y (",
		"case(a == 1, b == 2, ",
		'f(a, "b"); ',
		"dynamic([",
		"| summarize count() by x ",
		"| join (U | where a == 1) on b ",
		"let a = a | where x == 1; ",
	])("a long text of %j is read in one pass", (unit) => {
		expect(findFault(parseKql, unit.repeat(20_000))).toBeUndefined();
	});

	test.each([
		[
			"conditions",
			"let c0 = x == 1;",
			(n: number) => `${"(a or (b and ".repeat(90)}c${n}${"))".repeat(90)}`,
		],
		["columns", "let c0 = x;", (n: number) => `${"f(".repeat(150)}c${n}${")".repeat(150)}`],
		["doubled texts", 'let c0 = "abc";', (n: number) => `strcat(c${n}, c${n})`],
		["doubled calls", "let c0 = f(x);", (n: number) => `g(c${n}, c${n})`],
	])("names that lead on and on do not: %s", (_, first, value) => {
		const lets = Array.from({ length: 200 }, (__, n) => `let c${n + 1} = ${value(n)};`);
		expect(findFault(parseKql, `${first}${lets.join("\n")} T | where c200 == 1`)).toBeUndefined();
	});

	test("functions that call each other with ever other arguments do not", () => {
		const lets = Array.from(
			{ length: 2000 },
			(_, n) => `let f${n + 1} = (x: string) { union f${n}(x), f${n}(strcat(x, "a")) };`,
		);
		const text = `let f0 = (x: string) { T | where a == x }; ${lets.join("\n")} f2000("b")`;
		expect(findFault(parseKql, text)).toBeUndefined();
	});

	test("tables that lead on and on do not", () => {
		const lets = Array.from({ length: 5000 }, (_, n) => `let t${n + 1} = union t${n}, t${n};`);
		const chain = `let t0 = T | where a == 1; ${lets.join("\n")} t5000 | where b == 2`;
		expect(findFault(parseKql, chain)).toBeUndefined();
	});
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { parseSigma } from "../../../../src/core/languages/sigma/parse-sigma";
import { printCondition } from "../../../../src/core/languages/sigma/print-sigma";
import { combine } from "../../../../src/core/languages/syntax/conditions";
import { parseYaml } from "../../../../src/core/formats/yaml";
import type { Condition } from "../../../../src/core/model/detection";
import {
	arbitraryCondition,
	arbitraryText,
	buildPredicate,
	conditionOf,
	findFault,
	NO_CONTEXT,
	withoutPlaces,
} from "../query-building";

const name = fc
	.oneof(
		fc.constantFrom(
			"Image",
			"a b",
			"x.y",
			"not",
			"condition",
			"null",
			"- a",
			"__proto__",
			"\u00fc",
		),
		fc.string({ minLength: 1 }),
	)
	.filter((text) => !text.includes("|") && !/^\d+$/.test(text));
const text = fc.oneof(
	fc.string(),
	fc.string({ unit: fc.constantFrom("\\", "*", "?", "a", "'", '"', "%", "\n", " ", "-", ":") }),
);
const filled = text.filter((value) => value !== "");
const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.double({ noNaN: true }));
const listed = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
	fc.array(value, { minLength: 1, maxLength: 4 });
const predicate = fc.oneof(
	fc
		.tuple(name, listed(scalar), fc.boolean())
		.map(([field, values, isCased]) => buildPredicate(field, "eq", values, isCased)),
	fc
		.tuple(
			name,
			fc.constantFrom("contains", "starts_with", "ends_with"),
			listed(filled),
			fc.boolean(),
		)
		.map(([field, op, values, isCased]) => buildPredicate(field, op, values, isCased)),
	fc
		.tuple(name, fc.constantFrom("gt", "ge", "lt", "le"), fc.integer())
		.map(([field, op, value]) => buildPredicate(field, op, [value], false)),
	fc.tuple(name, scalar).map(([field, value]) => buildPredicate(field, "ne", [value], false)),
	fc
		.tuple(name, listed(text), fc.boolean())
		.map(([field, values, isCased]) => buildPredicate(field, "regex_match", values, isCased)),
	fc
		.tuple(name, fc.constantFrom("exists", "is_null"))
		.map(([field, op]) => buildPredicate(field, op, [], false)),
	name.map((field) => buildPredicate(field, "wildcard", ["C:\\a*b", "x?\\y"], false)),
	name.map((field) => buildPredicate(field, "cidr_match", ["10.0.0.0/8"], false)),
	name.map((field) => buildPredicate(field, "ends_with", [{ ref: "other" }], false)),
	name.map((field) => buildPredicate(field, "contains", [{ list: "known" }], false)),
	listed(filled.filter((value) => !/[*?\\]/.test(value))).map((values) =>
		buildPredicate(null, "match", values, false),
	),
);

/** A condition without the names that printing gave its groups. */
function withoutNames(condition: Condition): Condition {
	switch (condition.kind) {
		case "and":
		case "or":
			return combine(condition.kind, condition.parts.map(withoutNames));
		case "not":
			return { kind: "not", part: withoutNames(condition.part) };
		case "at-least":
			return { ...condition, parts: condition.parts.map(withoutNames) };
		case "predicate":
		case "always":
		case "opaque":
			return condition;
	}
}

describe("Sigma", () => {
	test("parsing what was printed gives the same condition", () => {
		fc.assert(
			fc.property(arbitraryCondition(predicate), (condition) => {
				const parsed = parseSigma(printCondition(condition), NO_CONTEXT);
				expect(parsed.problems.filter(({ code }) => code !== "query-undefined")).toEqual([]);
				expect(withoutPlaces(withoutNames(conditionOf(parsed)))).toEqual(withoutPlaces(condition));
			}),
			{ numRuns: 500 },
		);
	});

	test("every value stands where its place says", () => {
		fc.assert(
			fc.property(arbitraryCondition(predicate), (condition) => {
				const printed = printCondition(condition);
				for (const { predicate: found } of listPredicates(
					parseSigma(printed, NO_CONTEXT).detection,
				))
					for (const { at } of found.terms) {
						const line = printed.slice(at).split("\n", 1)[0] ?? "";
						expect(parseYaml(line)).toMatchObject({ ok: true });
						expect(printed.slice(found.span.start, found.span.end)).toContain(line);
					}
			}),
		);
	});

	test("no text makes the parser throw or pass over tokens silently", () => {
		const pieces = [
			"detection:\n",
			"  condition: ",
			"  a:\n",
			"    - ",
			"    F|contains|all: ",
			"    F|windash: -a",
			"a",
			"and",
			"not",
			"(",
			")",
			"1 of",
			"*",
			"| count() by",
			"> 5",
			"{",
			"}",
			"[",
			"'",
			'"',
			"\n",
			"---\n",
			"&x",
			"*x",
			"|\n",
			"correlation:\n",
			"filter:\n",
			"  type: temporal\n",
			"#",
		];
		fc.assert(
			fc.property(arbitraryText(pieces), (written) => {
				expect(findFault(parseSigma, written)).toBeUndefined();
			}),
			{ numRuns: 500 },
		);
	});

	test("no condition makes the parser throw or pass over tokens silently", () => {
		const pieces = [
			"a",
			"b_1",
			"_c",
			"and",
			"or",
			"not",
			"(",
			")",
			"1 of",
			"all of them",
			"b_*",
			"|",
			"count()",
			"near",
			"by",
			">",
			"5",
			",",
		];
		fc.assert(
			fc.property(arbitraryText(pieces), (condition) => {
				const detection = { a: { A: 1 }, b_1: ["k"], _c: { C: null }, condition };
				const written = JSON.stringify({ detection });
				expect(findFault(parseSigma, written)).toBeUndefined();
				// That a selection is not used explains no token that is left over.
				const { tokens, problems } = parseSigma(written, NO_CONTEXT);
				const isExplained = problems.some(({ severity }) => severity !== "info");
				expect(tokens.unconsumed === 0 || isExplained).toBe(true);
			}),
			{ numRuns: 500, examples: [["1 of -\\*"]] },
		);
	});

	test.each(["(", "not ", "a or ", "1 of a* and ", "x ", ")", "| ", "\0", "\ud800"])(
		"a long condition of %j is read in one pass",
		(unit) => {
			const lines = `detection:\n  a: {A: 1}\n  condition: "${unit.repeat(50_000)}a"\n`;
			expect(findFault(parseSigma, lines)).toBeUndefined();
		},
	);

	test.each(["- ", "[", "{", "a:\n", "  - a\n", "'", '"', "|\n", "detection:\n", "a: &a\n"])(
		"a long document of %j is read in one pass",
		(unit) => {
			expect(findFault(parseSigma, `detection:\n  a: ${unit.repeat(50_000)}`)).toBeUndefined();
		},
	);
});

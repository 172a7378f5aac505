import fc from "fast-check";
import { expect, test } from "vitest";
import type { Condition } from "../../../../src/core/model/detection";
import type { PredicateOperator, PredicateValue } from "../../../../src/core/model/predicate";
import { testOf } from "../../../../src/core/languages/syntax/choices";
import { leaf } from "../../../../src/core/languages/syntax/conditions";
import { buildPredicate } from "../query-building";

const VALUES = [0, 1, 2, 3] as const;
const OPERATORS = ["eq", "ne", "gt", "ge", "lt", "le"] as const;

const compare: Readonly<Record<(typeof OPERATORS)[number], (a: number, b: number) => boolean>> = {
	eq: (a, b) => a === b,
	ne: (a, b) => a !== b,
	gt: (a, b) => a > b,
	ge: (a, b) => a >= b,
	lt: (a, b) => a < b,
	le: (a, b) => a <= b,
};

/** Whether a condition holds where these fields are true. */
function holds(condition: Condition | undefined, truths: readonly boolean[]): boolean {
	if (condition === undefined) return true;
	switch (condition.kind) {
		case "predicate":
			return truths[Number(condition.predicate.field)] ?? false;
		case "not":
			return !holds(condition.part, truths);
		case "and":
			return condition.parts.every((part) => holds(part, truths));
		case "or":
			return condition.parts.some((part) => holds(part, truths));
		default:
			return true;
	}
}

const value = fc.constantFrom<number>(...VALUES);

test("of known numbers a comparison holds exactly where its condition does, unless it never holds", () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(value, fc.boolean()), { minLength: 1, maxLength: 5 }),
			value,
			fc.constantFrom(...OPERATORS),
			value,
			(branches, otherwise, op, other) => {
				const choices = branches.map(([given], at) => ({
					value: given,
					test: leaf(buildPredicate(String(at), "exists", [])),
				}));
				const truths = branches.map(([, isTrue]) => isTrue);
				const met = branches.find(([, isTrue]) => isTrue);
				const known = met?.[0] ?? otherwise;
				const all = [otherwise, ...branches.map(([given]) => given)];
				const found = testOf({ choices, otherwise }, op, [other]);
				const isNever = !all.some((one) => compare[op](one, other));
				if (!isNever) expect(holds(found, truths)).toBe(compare[op](known, other));
				else expect(found).toBeUndefined();
			},
		),
	);
});

const A = leaf(buildPredicate("a", "exists", []));

test.each<
	[PredicateValue | undefined, PredicateValue, PredicateOperator, PredicateValue[], boolean]
>([
	["High", "", "contains", ["ig"], true],
	["High", "", "starts_with", ["h"], true],
	["High", "", "ends_with", ["gh"], true],
	["High", "", "match", ["low"], false],
	["High", null, "regex_match", ["w"], true],
	["High", "", "regex_match", ["w"], false],
	["1", "0", "eq", [1], true],
	["true", "false", "eq", [true], true],
	[undefined, 0, "gt", [5], true],
	[undefined, 0, "lt", [5], false],
	[undefined, 0, "eq", [{ ref: "b" }], false],
	[undefined, "", "exists", [""], true],
	[undefined, "", "exists", [], false],
	["High", null, "exists", [], true],
	["High", null, "in", [{ list: "b" }], false],
])(
	"where it may be %j or else %j, %s %j says something: %j",
	(given, otherwise, op, values, isSaid) => {
		const choices = [{ value: given, test: A }];
		const found = testOf({ choices, otherwise }, op, values);
		expect(found).toEqual(isSaid ? A : undefined);
	},
);

test("results that take turns too often say nothing, instead of a tree that is too deep", () => {
	const choices = Array.from({ length: 500 }, (_, at) => ({ value: at % 2, test: A }));
	expect(testOf({ choices, otherwise: 0 }, "eq", [1])).toBeUndefined();
});

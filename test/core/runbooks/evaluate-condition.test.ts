import { describe, expect, it } from "vitest";
import type { Truth } from "../../../src/core/runbooks/compare-known";
import { evaluateCondition, readCondition } from "../../../src/core/runbooks/evaluate-condition";
import { buildPredicate } from "../library/rule-builder";

/** The first fact is true, the second false, the third not known. */
const facts = ["true", "false", "unknown"].map((value) => buildPredicate({ value }));
const TRUTHS = new Map<unknown, Truth>([
	["true", true],
	["false", false],
]);
const evaluate = (text: string): Truth =>
	evaluateCondition(readCondition(text), facts, ({ value }) => TRUTHS.get(value));

describe("a condition", () => {
	it.each<[string, Truth]>([
		["0", true],
		["!0", false],
		["!2", undefined],
		["0:1", true],
		["1:2", undefined],
		["&(0,1)", false],
		["&(0,2)", undefined],
		["&(1,2)", false],
		["|(1,2)", undefined],
		["|(2,0)", true],
		["|(1,!0)", false],
		["2#(0,1,2)", undefined],
		["2#(0,1,!0)", false],
		["2#(0,*,1)", true],
		["&(0,!|(1,2))", undefined],
		["&(0,!|(1,&(1,2)))", true],
		["?", undefined],
		["|(0,?)", true],
		["7", undefined],
	])("%s is %s", (text, truth) => {
		expect(evaluate(text)).toBe(truth);
	});

	it("that is damaged or too deep is not known", () => {
		expect(evaluate("")).toBe(undefined);
		expect(evaluate("!".repeat(10_000))).toBe(undefined);
	});
});

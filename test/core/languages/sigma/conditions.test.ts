import { describe, expect, test } from "vitest";
import type { Condition } from "../../../../src/core/model/detection";
import { parseSigma } from "../../../../src/core/languages/sigma/parse-sigma";
import { conditionOf, isFull, NO_CONTEXT } from "../query-building";
import { readDetection, showProblems } from "./read-sigma";

const SELECTIONS = [
	"sel_a: {A: 1}",
	"sel_b: {B: 1}",
	"sel_c: {C: 1}",
	"flt: {F: 1}",
	"_own: {O: 1}",
	"_two: {T: 1}",
];

function show(condition: Condition): string {
	switch (condition.kind) {
		case "predicate":
			return condition.predicate.field ?? "*";
		case "not":
			return `not ${show(condition.part)}`;
		case "and":
		case "or":
			return `(${condition.parts.map(show).join(` ${condition.kind} `)})`;
		case "at-least":
			return `${condition.count} of (${condition.parts.map(show).join(" ")})`;
		case "always":
			return "always";
		case "opaque":
			return `?${condition.text}?`;
	}
}

function read(condition: string): string {
	return show(conditionOf(readDetection([...SELECTIONS, `condition: ${condition}`])));
}

describe("a Sigma condition", () => {
	test("with signs of other languages is understood, and they are reported", () => {
		const parsed = readDetection([...SELECTIONS, "condition: sel_a && !sel_b || (sel_c)"]);
		expect(show(conditionOf(parsed))).toBe("((A and not B) or C)");
		const told = parsed.problems.filter(({ code }) => code === "query-syntax");
		expect(told.map(({ span }) => span.end - span.start)).toEqual([2, 1, 2]);
	});

	test.each([
		["sel_a", "A"],
		["not sel_a", "not A"],
		["not not sel_a", "A"],
		["not (sel_a)", "not A"],
		["sel_a and sel_b or sel_c", "((A and B) or C)"],
		["sel_a or sel_b and sel_c", "(A or (B and C))"],
		["(sel_a or sel_b) and sel_c", "((A or B) and C)"],
		["sel_a and not sel_b and not flt", "(A and not B and not F)"],
		["not sel_a or sel_b", "(not A or B)"],
		["not (sel_a and sel_b)", "not (A and B)"],
		["sel_a AND NOT sel_b", "(A and not B)"],
		["((sel_a))", "A"],
		["1 of sel_*", "(A or B or C)"],
		["any of sel_*", "(A or B or C)"],
		["all of sel_*", "(A and B and C)"],
		["2 of sel_*", "2 of (A B C)"],
		["1 of them", "(A or B or C or F)"],
		["all of them", "(A and B and C and F)"],
		["1 of *_a", "A"],
		["1 of s*_*", "(A or B or C)"],
		["1 of sel", "(A or B or C)"],
		["1 of _*", "(O or T)"],
		["_own and 1 of flt*", "(O and F)"],
		["sel_a and not 1 of sel_*", "(A and not (A or B or C))"],
		["all of sel_* and not 1 of flt*", "(A and B and C and not F)"],
		["1 of sel_* or all of _*", "(A or B or C or (O and T))"],
	])("%s", (condition, expected) => {
		expect(read(condition)).toBe(expected);
	});

	test("names are those of the groups it joins", () => {
		const parsed = readDetection([
			"sel_a: {A: 1, B: 2}",
			"sel_b: [{C: 1}, {D: 2}]",
			"flt_x: {E: 1, F: 2}",
			"condition: all of sel_* and not 1 of flt_*",
		]);
		expect(conditionOf(parsed)).toMatchObject({
			kind: "and",
			name: null,
			parts: [
				{ kind: "and", name: "sel_a" },
				{ kind: "or", name: "sel_b" },
				{ kind: "not", part: { kind: "and", name: "flt_x" } },
			],
		});
	});

	test("may be several, which are alternatives", () => {
		const parsed = readDetection(["a: {A: 1}", "b: {B: 1}", "condition: [a, not b]"]);
		expect(show(conditionOf(parsed))).toBe("(A or not B)");
		expect(parsed.tokens).toEqual({ total: 5, unconsumed: 0 });
	});

	test("may be folded over lines", () => {
		const lines = ["a: {A: 1}", "b: {B: 1}", "condition: >-", "  a and", "", "  not b"];
		expect(show(conditionOf(readDetection(lines)))).toBe("(A and not B)");
	});

	test("counts its words and marks beside the values as tokens", () => {
		const parsed = readDetection(["a: {A: [1, 2]}", "b: {B: 1}", "condition: a and not (1 of b*)"]);
		expect(parsed.tokens).toEqual({ total: 11, unconsumed: 0 });
		expect(isFull(parsed)).toBe(true);
	});
});

describe("a faulty Sigma condition", () => {
	const head = "title: x\ndetection:\n  selection: {A: 1}\n  filter: {B: 1}\n  condition: ";

	test.each([
		[
			"selektion and not filter",
			[
				"5:14 error: there is no selection \u201Cselektion\u201D; did you mean \u201Cselection\u201D?",
			],
			"(?selektion? and not B)",
		],
		[
			"selection and xyzxyzxyz",
			["5:28 error: there is no selection \u201Cxyzxyzxyz\u201D"],
			"(A and ?xyzxyzxyz?)",
		],
		[
			"selection and 1 of flt_*",
			["5:28 error: no selection is called \u201Cflt_*\u201D"],
			"(A and ?1 of flt_*?)",
		],
		["0 of sel*", ["5:14 error: \u201C0 of\u201D is no quantifier"], "?0 of sel*?"],
		[
			"selection filter",
			["5:24 error: expected \u201Cand\u201D, \u201Cor\u201D or the end"],
			"(A and ?filter?)",
		],
		["(selection", ["5:24 error: expected \u201C)\u201D, found the end"], "A"],
		[
			"selection)",
			["5:23 error: expected \u201Cand\u201D, \u201Cor\u201D or the end"],
			"(A and ?)?)",
		],
		[
			"selection and",
			["5:27 error: expected the name of a selection, found the end"],
			"(A and ??)",
		],
		[
			"and selection",
			[
				"5:14 error: expected the name of a selection, found \u201Cand\u201D",
				"5:18 error: expected \u201Cand\u201D, \u201Cor\u201D or the end",
			],
			"(?and? and ?selection?)",
		],
	])("%s", (condition, problems, shown) => {
		const text = `${head}${condition}\n`;
		const parsed = parseSigma(text, NO_CONTEXT);
		const errors = showProblems(text, parsed).filter((line) => !line.includes(" info: "));
		expect(errors).toEqual(problems);
		expect(show(conditionOf(parsed))).toBe(shown);
	});

	test.each(["condition:", "condition: []", "timeframe: 5m"])("that is missing: %s", (line) => {
		const parsed = readDetection(["a: {A: 1}", line]);
		expect(parsed.problems).toMatchObject([{ code: "query-syntax", severity: "error" }]);
		expect(conditionOf(parsed).kind).toBe("opaque");
		expect(parsed.tokens.unconsumed).toBeGreaterThan(0);
	});

	test("that is no text is opaque", () => {
		const parsed = readDetection(["a: {A: 1}", "condition: {b: c}"]);
		expect(conditionOf(parsed).kind).toBe("opaque");
		expect(parsed.tokens.unconsumed).toBe(1);
	});
});

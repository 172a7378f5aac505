import { describe, expect, test } from "vitest";
import { parseSigma } from "../../../../src/core/languages/sigma/parse-sigma";
import { conditionOf, isFull, NO_CONTEXT, showPredicates } from "../query-building";
import { showProblems } from "./read-sigma";

describe("a Sigma document", () => {
	test("may stand in JSON", () => {
		const text = JSON.stringify({ detection: { s: { "F|contains": "a" }, condition: "s" } });
		expect(showPredicates(parseSigma(text, NO_CONTEXT))).toEqual(['F contains~ "a"']);
	});

	test("lies over the global documents above it", () => {
		const text =
			"action: global\ndetection:\n  s: {F: a}\n  condition: s and t\n---\ndetection:\n  t: {G: b}\n";
		const parsed = parseSigma(text, NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(['F eq~ "a"', 'G eq~ "b"']);
		expect(isFull(parsed)).toBe(true);
	});

	test("may merge maps into one another, whose own entries count", () => {
		const parsed = parseSigma(
			[
				"detection:",
				"  base: &base {A: a, B: b}",
				"  more: &more {B: c, C: d}",
				"  one: {<<: *base, A: x}",
				"  both:",
				"    <<: [*more, *base]",
				"  condition: base and more and one and both",
			].join("\n"),
			NO_CONTEXT,
		);
		expect(showPredicates(parsed)).toEqual([
			...['A eq~ "a"', 'B eq~ "b"'],
			...['B eq~ "c"', 'C eq~ "d"'],
			...['A eq~ "x"', 'B eq~ "b"'],
			...['A eq~ "a"', 'B eq~ "c"', 'C eq~ "d"'],
		]);
		expect(isFull(parsed)).toBe(true);
	});

	test("that is no YAML is opaque, and the place of the mistake is told", () => {
		const text = "title: x\ndetection:\n  s\n    A: a\n  condition: s\n";
		const parsed = parseSigma(text, NO_CONTEXT);
		expect(conditionOf(parsed)).toMatchObject({ kind: "opaque", text });
		expect(parsed.tokens).toEqual({ total: 1, unconsumed: 1 });
		expect(showProblems(text, parsed)).toEqual([
			expect.stringMatching(/^\d:1 error: not valid YAML/),
		]);
	});

	test.each(["", "title: x", "- a", "detection: none", "42"])(
		"without a section, %j, is opaque",
		(text) => {
			const parsed = parseSigma(text, NO_CONTEXT);
			expect(conditionOf(parsed).kind).toBe("opaque");
			expect(parsed.tokens).toEqual({ total: 1, unconsumed: 1 });
		},
	);
});

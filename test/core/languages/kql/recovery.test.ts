import { describe, expect, test } from "vitest";
import { parseKql } from "../../../../src/core/languages/kql/parse-kql";
import { listOpaque } from "../../../../src/core/languages/list-predicates";
import { isFull, NO_CONTEXT, showPredicates } from "../query-building";

describe("broken text", () => {
	test.each([
		["an unknown operator", "T | where a == 1 | explode b | where c == 2", ["a eq 1", "c eq 2"]],
		["a missing operator", "T | where a == 1 b == 2 | where c == 3", ["a eq 1", "c eq 3"]],
		["a missing value", "T | where a == | where c == 3", ["c eq 3"]],
		["an open bracket", "T | where (a == 1 | where c == 3", ["a eq 1", "c eq 3"]],
		["a closed bracket", "T | where a == 1) | where c == 3", ["a eq 1", "c eq 3"]],
		["an open string", 'T | where b == 1 and a == "x\n| where c == 3', ["b eq 1", "c eq 3"]],
		["an open list", 'T\n| where a in ("x", "y"\n| where c == 3', ['a in= "x" "y"', "c eq 3"]],
		["an open call", "T | where isnotempty(\n| where c == 3", ["c eq 3"]],
		["a missing side of `between`", "T | where a between (1 ..\n| where c == 3", ["c eq 3"]],
		["an operator at the end", "T | where a == 1 and\n| where c == 3", ["a eq 1", "c eq 3"]],
		["an operator twice", "T | where a == 1 and and c == 3", ["a eq 1", "c eq 3"]],
		["a misspelt operator", 'T | where a conatins "x" and c == 3', ["c eq 3"]],
		["half of a sum", "T | where a == 1 + | where c == 3", ["c eq 3"]],
		["a missing pipe", "T\n| where a == 1\nwhere c == 3", ["a eq 1", "c eq 3"]],
		["SQL's `not`", 'T | where a not in ("x") and not c == 3', ['!a in= "x"', "!c eq 3"]],
		["bent quotation marks", "T | where a == \u201Cx\u201D and c == 3", ['a eq= "x"', "c eq 3"]],
		[
			"a list for one value",
			'T | where a =~ ("x", "y") and b !has ("z", "w")',
			['a eq~ "x"', 'a eq~ "y"', '!b match~ "z"', '!b match~ "w"'],
		],
		["prose", "Look for this:\n\nT | where a == 1", ["a eq 1"]],
		["a management command", ".show tables; T | where a == 1", ["a eq 1"]],
	])("%s costs only its own place", (_name, text, expected) => {
		const parsed = parseKql(text, NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(expected);
		expect(parsed.problems.length).toBeGreaterThan(0);
	});

	test("a comparison that breaks off is opaque, and its rule not understood whole", () => {
		const parsed = parseKql("T\n| where a ==\n| where c == 3", NO_CONTEXT);
		expect(listOpaque(parsed.detection).map((found) => found.text)).toEqual(["a =="]);
		expect(parsed.problems).toMatchObject([{ code: "query-syntax", span: { start: 15 } }]);
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

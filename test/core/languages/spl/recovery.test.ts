import { expect, test } from "vitest";
import { listOpaque } from "../../../../src/core/languages/list-predicates";
import { parse, predicatesOf } from "./read-spl";

test("a command that is not known is one opaque leaf; the stages around it stay", () => {
	const query = "a=1 | frobnicate x=1 (y, z) | where b=2";
	const parsed = parse(query);
	expect(predicatesOf(query)).toEqual(["a eq 1", "b eq 2"]);
	expect(listOpaque(parsed.detection).map(({ text }) => text)).toEqual(["frobnicate x=1 (y, z)"]);
	expect(parsed.problems).toMatchObject([{ code: "query-opaque", severity: "warning" }]);
	expect(parsed.tokens.unconsumed).toBe(9);
});

test.each([
	["a=1 ) b=2", ["a eq 1", "b eq 2"]],
	["(a=1 OR b=2", ["a eq 1", "b eq 2"]],
	["a=1 OR | where b=2", ["a eq 1", "b eq 2"]],
	["a= | where b=2", ['a eq ""', "b eq 2"]],
	["a IN (x, y | where b=2", ['a in "x" | "y"', "b eq 2"]],
	["| where a=1 AND | search b=2", ["a eq 1", "b eq 2"]],
	["| where a=1 b=2 | search c=3", ["a eq 1", "c eq 3"]],
	['| where match(a, "x" | search c=3', ['a contains "x"', "c eq 3"]],
	["a=1 ] | where b=2", ["a eq 1", "b eq 2"]],
	["a=1 [search b=2", ["a eq 1", "b eq 2"]],
	['a="x\n| where b=2', ['a eq "x"', "b eq 2"]],
	["a=1 | stats count by ) | where b=2", ["a eq 1", "b eq 2"]],
])("what is understood of %s stays, and the rest is reported", (query, expected) => {
	const found = predicatesOf(query).map((line) => line.replace("~", ""));
	for (const line of expected) expect(found).toContain(line);
	const { problems, tokens } = parse(query);
	if (tokens.unconsumed > 0) expect(problems.length).toBeGreaterThan(0);
});

test("a command that filters in a way that is not read is opaque, not passed over", () => {
	const parsed = parse("a=1 | xswhere count from counts_by_host is above medium");
	expect(listOpaque(parsed.detection)).toHaveLength(1);
});

test("an empty query restricts nothing", () => {
	for (const query of ["", "   ", "|", "| |", "``` only a comment ```"])
		expect(parse(query)).toMatchObject({
			detection: { kind: "event", condition: { kind: "always" } },
			tokens: { unconsumed: 0 },
			problems: [],
		});
});

test("aggregations beyond what is read are reported once, whatever makes them", () => {
	for (const stage of ["stats count by a", "pivot A B count(B)", "tstats count where a=1 by b"]) {
		const query = `a=1 ${`| ${stage} `.repeat(100)}| where b=2`;
		expect(parse(query).problems).toMatchObject([{ code: "query-too-deep", severity: "warning" }]);
		expect(predicatesOf(query)).toContain("b eq 2");
	}
});

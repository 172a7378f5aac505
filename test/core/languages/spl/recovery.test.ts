import { expect, test } from "vitest";
import { listOpaque } from "../../../../src/core/languages/list-predicates";
import { isFull, parse, predicatesOf } from "./read-spl";

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
	["a= | where b=2", ["b eq 2"]],
	["a IN (x, y | where b=2", ['a in "x" | "y"', "b eq 2"]],
	["| where a=1 AND | search b=2", ["a eq 1", "b eq 2"]],
	["| where a=1 b=2 | search c=3", ["a eq 1", "c eq 3"]],
	['| where match(a, "x" | search c=3', ['a contains "x"', "c eq 3"]],
	["a=1 ] | where b=2", ["a eq 1", "b eq 2"]],
	["a=1 [search b=2", ["a eq 1", "b eq 2"]],
	['a="x\n| where b=2', ["b eq 2"]],
	['a="x\n| search b="y" c="z"', ['b eq "y"', 'c eq "z"']],
	["a=1 | stats count by ) | where b=2", ["a eq 1", "b eq 2"]],
])("what is understood of %s stays, and the rest is reported", (query, expected) => {
	const found = predicatesOf(query).map((line) => line.replace("~", ""));
	for (const line of expected) expect(found).toContain(line);
	const { problems, tokens } = parse(query);
	if (tokens.unconsumed > 0) expect(problems.length).toBeGreaterThan(0);
});

test.each([
	["a=1 b= | where c>2", ["a eq 1", "c gt 2"]],
	['a=1 b="x | where c>2', ["a eq 1"]],
	['a=1\n| where match(b, "x)\n| search c=3', ["a eq 1", "c eq 3"]],
	["a=1 | where match(b, | search c=3", ["a eq 1", "c eq 3"]],
	["a=1 | where b= | search c=3", ["a eq 1", "c eq 3"]],
	["a=1 | where b>> 5 | search c=3", ["a eq 1", "c eq 3"]],
	["a=1 | where b like | search c=3", ["a eq 1", "c eq 3"]],
	["a=1 | regex b= | search c=3", ["a eq 1", "c eq 3"]],
	["a=1 `sysmon b=2 | where c=3", ["a eq 1", "b eq 2", "c eq 3"]],
	["a=1 `ctime(first | search c=3", ["a eq 1", "c eq 3"]],
	["a=1 b IN 2,3 c=4", ["a eq 1", "c eq 4"]],
	["| tstats count where a= by b", []],
	['a=1 | transaction b startswith="login | where c>5', ["a eq 1"]],
])("%s: what breaks off gives no predicate, and is told", (query, expected) => {
	const parsed = parse(query);
	expect(predicatesOf(query)).toEqual(expected);
	expect(listOpaque(parsed.detection).length).toBeGreaterThan(0);
	expect(parsed.problems.some(({ severity }) => severity === "error")).toBe(true);
});

test.each([
	["index=a b=1\nstats count by c\n| where count > 5", ['index eq "a"', "b eq 1", "~count gt 5"]],
	["b=1\nwhere c > 5", ["b eq 1", "c gt 5"]],
	["b=1 | stats count by c\nrename c as d\nsearch d=x", ["b eq 1", 'd eq "x"']],
])("a pipe that is missing in %s is told, and the stage read", (query, expected) => {
	const parsed = parse(query);
	expect(predicatesOf(query)).toEqual(expected);
	expect(listOpaque(parsed.detection)).toEqual([]);
	expect(parsed.tokens.unconsumed).toBe(0);
	expect(parsed.problems[0]?.message).toMatch(/^a pipe is missing before/);
});

test.each([
	"| tstats count from datamodel=Endpoint.Processes\nwhere Processes.user=a\nby Processes.dest",
	"index=a (failed\nsearch OR\nwhere)",
	"index=a | table host,\nstats, count (x)",
	"| stats count by\ntable host",
	"index=a | ```keep them``` \nwhere count > 5",
])("no pipe is missing in %s", (query) => {
	expect(parse(query).problems.filter(({ message }) => message.includes("pipe"))).toEqual([]);
});

test("bent quotation marks are told, and read as straight ones", () => {
	const query = "a=\u201Cx y\u201D | where b=\u201Cz\u201D";
	expect(predicatesOf(query)).toEqual(['a eq "x y"', 'b eq "z"']);
	expect(parse(query).problems).toMatchObject([{ span: { start: 2 } }, { span: { start: 18 } }]);
});

test("a comment without an end is told", () => {
	expect(parse("a=1 ```later | where b=2").problems).toMatchObject([{ span: { start: 4 } }]);
});

test("an expression in brackets with quotes of their own is one option", () => {
	const query = 'a=1 | streamstats reset_after="("b==\\"x\\"")" count as n by c | where n>2';
	expect(predicatesOf(query)).toEqual(["a eq 1", "~n gt 2"]);
	expect(isFull(parse(query))).toBe(true);
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

import { describe, expect, test } from "vitest";
import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { isFull, parse, predicatesOf } from "./read-spl";

/** What the query finds beside the comparison with the field itself, which is computed. */
const standIns = (stages: string): readonly string[] =>
	predicatesOf(`* | ${stages}`).filter((line) => !/^!?~/.test(line));

const RISK = 'eval x=case(a=1, "high", b=2, "mid", c=3, "low") | ';

describe("a field with values under conditions", () => {
	test.each([
		['where x="high"', ["a eq 1"]],
		['search x="MID"', ["!a eq 1", "b eq 2"]],
		['search x IN ("mid", "low")', ["!a eq 1", "b eq 2", "c eq 3"]],
		['where x!="low"', ["a eq 1", "b eq 2"]],
		['search NOT x="high"', ["!a eq 1"]],
		["search x=h*", ["a eq 1"]],
		["where isnotnull(x)", ["a eq 1", "b eq 2", "c eq 3"]],
		["where isnull(x)", ["!a eq 1", "!b eq 2", "!c eq 3"]],
		['where x="other"', []],
		["where x=d", []],
		["table x", []],
	])("%s brings along what it stands for", (stage, expected) => {
		expect(standIns(RISK + stage)).toEqual(expected);
	});

	test.each([
		['eval x=if(match(a, "b"), 1, 0) | where x=1', ['a contains "b"']],
		['eval x=if(match(a, "b"), 1, 0) | search x=0', ['!a contains "b"']],
		['eval x=if(match(a, "b"), "true", "false") | search x=true', ['a contains "b"']],
		["eval x=case(a=1, 90, b=2, 70, true(), 50) | where x>60", ["a eq 1", "b eq 2"]],
		["eval x=case(a=1, 90, b=2, 70, c=3, 50) | where x<80", ["!a eq 1", "b eq 2", "c eq 3"]],
		["eval x=if(a=1, if(b=2, 1, 2), 0) | where x=1", ["a eq 1", "b eq 2"]],
		["eval x=if(a=1, 1, if(b=2, 2, 3)) | where x=2", ["!a eq 1", "b eq 2"]],
		["eval x=if(a=1, 1, 0) | rename x as y | search y=1", ["a eq 1"]],
		["eval x=if(a=1, 1, 0), y=if(x=1, 1, 0) | where y=1", ["a eq 1"]],
		["eval x=if(a=1, 9, 0)+if(b=2, 5, 0) | where x>8", ["a eq 1", "b eq 2"]],
		[
			"eval x=0 | eval x=if(a=1, x+5, x) | eval x=if(b=2, x+3, x) | where x>0",
			["b eq 2", "a eq 1"],
		],
		["eval x=if(a=1, null(), 2) | eval y=if(b=2, x, 1) | where y=1", []],
		['eval x=mvfilter(match(a, "b")) | where isnotnull(x)', ['a contains "b"']],
		["eval x=if(a=1, 1, 0) | eval x=2 | where x=1", []],
		["eval x=if(`nowhere`, 1, 0) | where x=1", []],
		["eval x=if(f(a), 1, 0) | where x=1", []],
	])("%s", (stages, expected) => {
		expect(standIns(stages)).toEqual(expected);
	});

	test("a search in quotes counts only where something rests on it", () => {
		const made = '* | eval x=if(searchmatch("foo c=d ) index=e"), 1, 0)';
		expect(isFull(parse(made))).toBe(true);
		expect(parse(made).sources).toEqual([]);
		expect(standIns('eval x=if(searchmatch("foo c=d"), 1, 0) | where x=1')).toEqual([
			'* match "foo"',
			'c eq "d"',
		]);
	});

	test("stands in again and again only so far as that costs little", () => {
		const made = Array.from(
			{ length: 3000 },
			(_, at) => `x${at + 1}=if(x${at}=1 OR x${at}=2, 1, 0)`,
		);
		const text = `* | eval x0=if(a=1, 1, 0), ${made.join(", ")} | where x3000=1`;
		expect(predicatesOf(text).length).toBeLessThan(text.length);
	});
});

describe("what is counted under a condition", () => {
	test.each([
		["stats count(eval(a=1)) as n, count as m by b | where n>5", ["a eq 1"]],
		["stats count(eval(a=1)) as n, count as m by b | where n=0", ["!a eq 1"]],
		["stats count(eval(a=1)) as n, count as m by b | where m>5", []],
		["stats sum(eval(if(a=1, 1, 0))) as n by b | search n>5", ["a eq 1"]],
		["stats count(eval(if(a=1, 1, 0))) as n by b | search n>5", []],
		["stats dc(eval(if(a=1, c, null()))) as n by b | where n>5", ["a eq 1"]],
		["stats values(eval(if(a=1, c, null()))) as n by b | where mvcount(n)>5", ["a eq 1"]],
		["eval x=if(a=1, 1, 0) | stats sum(x) as n by b | where n>5", ["a eq 1"]],
		["eval x=if(a=1, 1, 0) | stats max(x) as x by b | where x=1", ["a eq 1"]],
		["eval x=if(a=1, 1, 0) | stats avg(x) by b | where 'avg(x)'>0", ["a eq 1"]],
		["eval x=if(a=1, 1, 0) | stats count by x, b | where x=1", ["a eq 1"]],
		["eventstats count(eval(a=1)) as n by b | where n>5", ["a eq 1"]],
		["timechart span=1h count(eval(a=1)) as n | where n>5", ["a eq 1"]],
	])("%s", (stages, expected) => {
		expect(standIns(stages)).toEqual(expected);
	});

	test("belongs to the counted groups, apart from what the events are", () => {
		const { detection } = parse("* | stats count(eval(a=1)) as n by b | where n>5");
		expect(detection.kind).toBe("aggregate");
		expect(listPredicates(detection).map(({ isOnGroups }) => isOnGroups)).toEqual([true, true]);
	});
});

describe("a renamed field keeps its name, and the field that it is", () => {
	test.each([
		["rename a as x", "a"],
		["rename a as y | rename y as x", "a"],
		["eval x=a", "a"],
		["eval x=lower(trim(a))", "a"],
		["eval x='a.b'", "a.b"],
		["rename a as x | stats count by x", "a"],
		["rename a as x | stats values(x) as x by b", "a"],
		["rename x as y, y as x", undefined],
		["eval x=lower(x)", undefined],
		["eval x=a.b", undefined],
		["eval x=coalesce(a, b)", undefined],
	])("%s", (stage, original) => {
		const [found] = listPredicates(parse(`| search * | ${stage} | search x="v"`).detection);
		expect(found?.predicate).toMatchObject({ field: "x" });
		expect(found?.predicate.original).toBe(original);
	});

	test("a data model's field is the one that the model has", () => {
		const query =
			'| tstats count from datamodel=Endpoint.Processes by Processes.process | rename Processes.process as x | search x="v"';
		const [found] = listPredicates(parse(query).detection);
		expect(found?.predicate).toMatchObject({ field: "x", original: "process" });
	});

	test("letters of one case are compared without it", () => {
		const [found] = listPredicates(parse('| search * | eval x=upper(a) | where x="V"').detection);
		expect(found?.predicate.isCaseSensitive).toBe(false);
	});
});

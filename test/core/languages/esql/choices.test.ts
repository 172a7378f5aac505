import { describe, expect, test } from "vitest";
import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { list, read } from "./read-esql";

const LOW = 'from l | eval sev = case(a == 1, "low", b == 2, "high", "none") | where ';

describe("a column with values under conditions", () => {
	test.each([
		['sev == "low"', ["a eq= 1"]],
		['sev in ("low", "high")', ["a eq= 1", "b eq= 2"]],
		['sev != "none"', ["a eq= 1", "b eq= 2"]],
		['sev == "none"', ["!a eq= 1", "!b eq= 2"]],
		['not sev == "low"', ["!a eq= 1"]],
		['sev == "other"', []],
		["sev is not null", []],
		["sev == other", []],
	])("%s brings along what it stands for", (condition, expected) => {
		expect(list(LOW + condition).filter((line) => !line.startsWith("["))).toEqual(expected);
	});

	test.each([
		["eval s = case(a == 1, 2, b == 2, 1, 0) | where s >= 1", ["a eq= 1", "b eq= 2"]],
		["eval s = case(a == 1, 2, b == 2, 1, 0) | where s > 1", ["a eq= 1"]],
		["eval s = case(a == 1, 2, b == 2, 1, 0) | where s < 1", ["!a eq= 1", "!b eq= 2"]],
		["eval s = case(a == 1, b, null) | where s is not null", ["a eq= 1"]],
		["eval s = case(a == 1, b, null) | where s is null", ["!a eq= 1"]],
		["eval s = case(a == 1, true, false) | where s", ["a eq= 1"]],
		["eval s = case(a == 1, 1, 0), t = case(s == 1, 1, 0) | where t == 1", ["a eq= 1"]],
		["eval s = case(a == 1, b, c) | where s == 1", []],
		["eval s = case(a) | where s == 1", []],
	])("%s", (commands, expected) => {
		expect(list(`from l | ${commands}`).filter((line) => !line.startsWith("["))).toEqual(expected);
	});
});

describe("what is counted under a condition", () => {
	test.each([
		["n = count(*) where a == 1, m = count(*) | where n > 5", ["a eq= 1"]],
		["n = count(*) where a == 1, m = count(*) | where n == 0", ["!a eq= 1"]],
		["n = count(*) where a == 1, m = count(*) | where n < 9", []],
		["n = count(*) where a == 1, m = count(*) | where m > 5", []],
		["n = sum(case(a == 1, 1, 0)) by b | where n >= 3", ["a eq= 1"]],
		["n = max(case(a == 1, @timestamp, null)) by b | where n is not null", ["a eq= 1"]],
		["n = count(case(a == 1, 1, null)) by b | where n == 2", ["a eq= 1"]],
		["n = count(case(a == 1, 1, 0)) by b | where n == 2", []],
		["n = avg(case(a == 1, 1, 0)) by b | where n == 2", []],
	])("stats %s", (commands, expected) => {
		expect(list(`from l | stats ${commands}`).filter((line) => !line.startsWith("["))).toEqual(
			expected,
		);
	});

	test("stands once where everything is counted so", () => {
		expect(list("from l | stats n = count(*) where a == 1 by b | where n > 5")).toEqual([
			"a eq= 1",
			"[n gt= 5]",
		]);
	});
});

test("a renamed column keeps its name, and the field that it is", () => {
	const { detection } = read(
		'from l | eval low = to_lower(a.b) | rename low as c, d as e | where c == "x" and e == "y" and f == 1',
	);
	expect(
		listPredicates(detection).map(({ predicate }) => [predicate.field, predicate.original]),
	).toEqual([
		["c", "a.b"],
		["e", "d"],
		["f", undefined],
	]);
});

import { describe, expect, test } from "vitest";
import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { parseKql } from "../../../../src/core/languages/kql/parse-kql";
import { NO_CONTEXT } from "../query-building";
import { query, readKql, shape } from "./read-kql";

/** What the query finds beside the comparison with the column itself, which is computed. */
const standIns = (text: string): readonly string[] =>
	listPredicates(readKql(text).detection).flatMap(({ predicate, isNegated }) => {
		if (predicate.origin === "computed") return [];
		const values = predicate.terms
			.map(({ value }) => (typeof value === "string" ? value : JSON.stringify(value)))
			.join(" ");
		return [`${isNegated ? "!" : ""}${predicate.field ?? "*"} ${predicate.op} ${values}`.trim()];
	});

const LEVEL = 'T | extend x = case(A == 1, "low", B == 2, "high", C == 3, "mid", "none") | where ';

describe("a column with values under conditions", () => {
	test.each([
		['x == "low"', ["A eq 1"]],
		['x == "high"', ["!A eq 1", "B eq 2"]],
		['x =~ "HIGH"', ["!A eq 1", "B eq 2"]],
		['x in ("high", "mid")', ["!A eq 1", "B eq 2", "C eq 3"]],
		['x != "none"', ["A eq 1", "B eq 2", "C eq 3"]],
		['x == "none"', ["!A eq 1", "!B eq 2", "!C eq 3"]],
		['x !in ("none", "low")', ["!A eq 1", "B eq 2", "C eq 3"]],
		['not(x == "low")', ["!A eq 1"]],
		['x startswith "l"', ["A eq 1"]],
		['x == "other"', []],
		["isnotempty(x)", []],
		["x == Other", []],
		['x matches regex "^l"', []],
	])("%s brings along what it stands for", (condition, expected) => {
		expect(standIns(LEVEL + condition).filter((line) => line !== "Other")).toEqual(expected);
	});

	test.each([
		['extend x = iff(A has "b", 1, 0) | where x == 1', ["A match b"]],
		['extend x = iff(A has "b", 1, 0) | where x == 0', ["!A match b"]],
		['extend x = iff(A has "b", 1, 0) | where x', ["A match b"]],
		['extend x = iff(A has "b", 1, 0)', []],
		['extend x = iff(A has "b", C, "") | where isnotempty(x)', ["A match b"]],
		['extend x = iff(A has "b", "", "c") | where isempty(x)', ["A match b"]],
		['extend x = iff(A == 1, "a", iff(B == 2, "b", "c")) | where x == "b"', ["!A eq 1", "B eq 2"]],
		["extend x = iff(A == 1, iff(B == 2, 2, 3), 0) | where x == 2", ["A eq 1", "B eq 2"]],
		['extend x = A has "b" and C == 1 | where x', ["A match b", "C eq 1"]],
		['extend x = A has "b" | where x == false', ["!A match b"]],
		['extend x = toint(A has "b") | where x == 1', ["A match b"]],
		["extend x = iff(A == 1, 1, 0), y = x | project z = tolong(y) | where z == 1", ["A eq 1"]],
		["extend x = iff(A == 1, 9, 0) + toint(B == 2) | where x > 8", ["A eq 1", "B eq 2"]],
		["extend x = iff(A == 1, 9, 0) - toint(B == 2) | where x > 8", []],
		[
			"extend x = iff(A == 1, 9, 0) | extend x = x + iff(B == 2, 5, 0) | where x > 8",
			["A eq 1", "B eq 2"],
		],
		["extend x = iff(f(A), 1, 0) | where x == 1", []],
		["extend x = iff(A == 1, B, C) | where x == 1", []],
		["where iff(A == 1, 1, 0) == 1", ["A eq 1"]],
		["where iff(A == 1, 1, 0) !in (0, 2)", ["A eq 1"]],
		[
			"extend x = iff(A == 1, 1, 0) | join kind=inner (U | where B == 2) on C | where x == 1",
			["B eq 2", "A eq 1"],
		],
		["extend x = iff(A == 1, 1, 0) | union (U | extend x = iff(B == 1, 1, 0)) | where x == 1", []],
	])("%s", (stages, expected) => {
		expect(standIns(`T | ${stages}`)).toEqual(expected);
	});

	test("that is not understood is reported only where something rests on it", () => {
		const { problems } = parseKql(
			"T | extend x = iff(1, 2, 3), y = iff(A in (Nowhere), 1, 0)",
			NO_CONTEXT,
		);
		expect(problems).toEqual([]);
	});

	test("stands in again and again only so far as that costs little", () => {
		const columns = Array.from(
			{ length: 3000 },
			(_, at) => `x${at + 1} = iff(x${at} == 1 or x${at} == 2, 1, 0)`,
		);
		const text = `T | extend x0 = iff(A == 1, 1, 0), ${columns.join(", ")} | where x3000 == 1`;
		expect(query(text).length).toBeLessThan(text.length);
	});
});

describe("what is counted under a condition", () => {
	test.each([
		["n = countif(A == 1), m = count() by B | where n > 5", ["A eq 1"]],
		["n = countif(A == 1), m = count() by B | where n == 0", ["!A eq 1"]],
		["n = countif(A == 1), m = count() by B | where n < 9", []],
		["n = countif(A == 1), m = count() by B | where m > 5", []],
		["countif(A == 1) by B | where countif_ > 5", ["A eq 1"]],
		["dcountif(C, A == 1) by B | where dcountif_C > 5", ["A eq 1"]],
		["n = sumif(C, A == 1) by B | where n >= 9", ["A eq 1"]],
		["n = maxif(C, A == 1) by B | where isnotnull(n)", ["A eq 1"]],
		["s = make_set_if(C, A == 1) by B | where array_length(s) > 2", ["A eq 1"]],
		["s = make_set_if(C, A == 1) by B | extend n = array_length(s) | where n > 2", ["A eq 1"]],
		["n = sum(iff(A == 1, 1, 0)) by B | where n > 3", ["A eq 1"]],
		["n = sum(iff(A == 1, 1, 2)) by B | where n > 3", []],
		["s = make_set(iff(A == 1, 'x', 'y')) by B | where s has 'x'", ["A eq 1"]],
		["count() by x = iff(A == 1, 'x', 'y'), B | where x == 'x'", ["A eq 1"]],
	])("summarize %s", (stage, expected) => {
		expect(standIns(`T | summarize ${stage}`)).toEqual(expected);
	});

	test("belongs to the counted groups, apart from what the events are", () => {
		const { detection } = readKql("T | summarize n = countif(A == 1) by B | where n > 5");
		expect(shape(detection)).toBe("count(event by B)");
		expect(listPredicates(detection).map(({ isOnGroups }) => isOnGroups)).toEqual([true, true]);
	});
});

describe("a renamed column keeps its name, and the field that it is", () => {
	test.each([
		["extend x = A", "A"],
		["extend x = tolower(tostring(A))", "A"],
		["extend x = trim('a', A)", "A"],
		["extend x = trim_end('a', tolower(A))", "A"],
		["project-rename x = A", "A"],
		["project x = A, B", "A"],
		["project y = A | extend x = y", "A"],
		["summarize count() by x = A", "A"],
		["extend x = tostring(A.b)", "A.b"],
		["mv-expand y = A | extend x = y.b", "A.b"],
		["extend y = x | project x = y", undefined],
		["extend x = tolower(x)", undefined],
		["extend x = strcat(A, B)", undefined],
		["extend x = A | union (T | extend x = B)", undefined],
	])("%s", (stage, original) => {
		const [found] = listPredicates(readKql(`T | ${stage} | where x == "v"`).detection);
		expect(found?.predicate).toMatchObject({ field: "x" });
		expect(found?.predicate.original).toBe(original);
	});
});

test.each([
	["p", ["ip eq true"]],
	["p == true", ["ip eq true"]],
	["p == false", ["!ip eq true"]],
	["p == 0", ["!ip eq true"]],
	["not(p)", ["!ip eq true"]],
])("a column with the truth of a function brings it along: %s", (condition, expected) => {
	expect(standIns(`T | extend p = ipv4_is_private(ip) | where ${condition}`)).toEqual(expected);
});

test("a function that is true or false is turned round where it is compared with false", () => {
	expect(query("T | where ipv4_is_private(ip) == false")).toEqual(
		query("T | where not(ipv4_is_private(ip))"),
	);
	expect(query("T | where isnan(x) != true")).toEqual(query("T | where not(isnan(x))"));
});

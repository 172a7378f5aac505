import { expect, test } from "vitest";
import { listOpaque } from "../../../../src/core/languages/list-predicates";
import { isFull, parse, predicatesOf } from "./read-spl";

const FILTERS: readonly (readonly [filter: string, expected: string])[] = [
	['user is "root"', 'user eq "root"'],
	["user is svc_*", 'user starts_with "svc_"'],
	["user is *", "user exists"],
	['user isNot "root"', 'user ne "root"'],
	["user isNot svc_*", '!user starts_with "svc_"'],
	['process contains "nc -e"', 'process contains "nc -e"'],
	['process doesNotContain "ok"', '!process contains "ok"'],
	["path startsWith /tmp", 'path starts_with "/tmp"'],
	["path endsWith .php", 'path ends_with ".php"'],
	['path regex "^a.b$"', 'path regex_match "^a.b$"'],
	["user in (a, b)", 'user in "a" | "b"'],
	["user isNull", "user is_null"],
	["user isNotNull", "user exists"],
	["bytes = 5", "bytes eq 5"],
	["bytes != 5", "bytes ne 5"],
	["bytes >= 5", "bytes ge 5"],
	['"user name" is x', 'user name eq "x"'],
	["Processes.user is x", 'user eq "x"'],
];

test.each(FILTERS)("FILTER %s", (filter, expected) => {
	const query = `| pivot Endpoint Processes count(Processes) AS hits FILTER ${filter} SPLITROW host`;
	expect(predicatesOf(query)).toEqual([expected]);
	expect(isFull(parse(query))).toBe(true);
});

test("a pivot groups what its data model has", () => {
	const query =
		'| pivot Endpoint Processes count(Processes) AS "Hits" FILTER user is x SPLITROW host AS h SPLITCOL _time PERIOD auto ' +
		'LIMIT host BY TOP 10 count(Processes) SORT 100 host ROWSUMMARY 0 NUMCOLS 0 | where Hits>5 AND host="a"';
	expect(predicatesOf(query)).toEqual(['user eq "x"', "~Hits gt 5", 'host eq "a"']);
	expect(parse(query).sources.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
		"data-model Endpoint.Processes",
	]);
	expect(parse(query).detection).toMatchObject({
		kind: "filter",
		of: { kind: "aggregate", by: ["host", "_time"], having: { kind: "predicate" } },
	});
});

test("a filter with a comparison that is not known is opaque, and the others stay", () => {
	const parsed = parse("| pivot A B count(B) FILTER a resembles x | where b=1");
	expect(listOpaque(parsed.detection)).toHaveLength(1);
	expect(predicatesOf("| pivot A B count(B) FILTER a resembles x FILTER c is 1")).toEqual([
		"c eq 1",
	]);
	expect(isFull(parse("| pivot"))).toBe(true);
});

import { expect, test } from "vitest";
import { isFull, parse, predicatesOf } from "./read-spl";

const sourcesOf = (query: string): readonly string[] =>
	parse(query).sources.map(({ kind, name }) => `${kind} ${name}`);

test.each([
	["| from datamodel Endpoint.Processes | search process_name=x", "data-model Endpoint.Processes"],
	[
		'| from datamodel:"Endpoint"."Processes" | search process_name=x',
		"data-model Endpoint.Processes",
	],
	["| from datamodel:Endpoint.Processes | search process_name=x", "data-model Endpoint.Processes"],
	[
		"| datamodel Endpoint Processes search | search Processes.process_name=x",
		"data-model Endpoint.Processes",
	],
	['| from main where process_name="x"', "index main"],
	["index=main sourcetype=a process_name=x", "index main"],
])("%s", (query, source) => {
	expect(sourcesOf(query)[0]).toBe(source);
	expect(predicatesOf(query)).toContain('process_name eq "x"');
	expect(parse(query).tokens.unconsumed).toBe(0);
});

test.each([
	"| from lookup:assets.csv | search process_name=x",
	"| inputlookup append=t assets.csv where process_name=x",
	'| inputlookup assets.csv | where process_name="x"',
])("rows of a lookup are no events: %s", (query) => {
	expect(sourcesOf(query)).toEqual(["table assets.csv"]);
	expect(predicatesOf(query)).toEqual(['~process_name eq "x"']);
});

test("SPL2's clauses are read in their order", () => {
	const query =
		'| from main as m where status=404 AND like(path, "/a%") group by host, span(_time, 5m) as t select count() as hits, host having hits>10 order by hits desc limit 5';
	expect(predicatesOf(query)).toEqual(["status eq 404", 'path starts_with "/a"', "~hits gt 10"]);
	expect(parse(query).detection).toMatchObject({
		kind: "aggregate",
		by: ["host", "_time"],
		window: "5m",
		having: { kind: "predicate" },
	});
	expect(isFull(parse(query))).toBe(true);
});

test("what SPL2 selects is an aggregate only where it counts something", () => {
	const detectionOf = (query: string) => parse(query).detection;
	expect(detectionOf('| from main where a="x" select count(b) as n')).toMatchObject({
		kind: "aggregate",
		by: [],
	});
	expect(detectionOf('| from main where a="x" select a, lower(b) as c')).toMatchObject({
		kind: "event",
	});
});

test("indexes and source types that are excluded are no sources", () => {
	expect(sourcesOf("index IN (a, b*) NOT sourcetype=c sourcetype!=d")).toEqual([
		"index a",
		"index b*",
	]);
});

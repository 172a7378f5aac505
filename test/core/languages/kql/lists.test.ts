import { describe, expect, test } from "vitest";
import { filter, query, readKql } from "./read-kql";
import { showPredicates } from "../query-building";

describe("lists of values", () => {
	test.each([
		['Name in ("a", "b")', 'Name in= "a" "b"'],
		['Name in~ ("a", "b")', 'Name in~ "a" "b"'],
		['Name !in ("a")', '!Name in= "a"'],
		['Name !in~ (dynamic(["a", "b"]))', '!Name in~ "a" "b"'],
		["Id in (1, -2, 3)", "Id in= 1 -2 3"],
		['Name has_any ("a", "b")', 'Name match~ "a" "b"'],
		['Name has_any (dynamic(["a", "b"]))', 'Name match~ "a" "b"'],
		['Name in (pack_array("a", "b"), "c")', 'Name in= "a" "b" "c"'],
		['Name in (split("a,b", ","))', 'Name in= "a" "b"'],
	])("%s", (condition, expected) => {
		expect(filter(condition)).toEqual([expected]);
	});

	test("has_all is one predicate for each value", () => {
		expect(filter('Name has_all ("a", "b")')).toEqual(['Name match~ "a"', 'Name match~ "b"']);
	});

	test("a list behind a let is its values, also of a table that the query brings along", () => {
		expect(
			query(`
				let names = dynamic(["a", "b"]);
				let more = array_concat(names, dynamic(["c"]));
				let table = datatable(Name: string, Id: int) ["d", 1, "e", 2];
				let one = "f";
				Events
				| where A in (names) and B has_any (more) and C in (table)
				| where D in ((table | project Id)) and E in~ (one, "g")
			`),
		).toEqual([
			'A in= "a" "b"',
			'B match~ "a" "b" "c"',
			'C in= "d" "e"',
			"D in= 1 2",
			'E in~ "f" "g"',
		]);
	});

	test("a value keeps its place in the text, that of the let where it stands there", () => {
		const text = 'let names = dynamic(["a"]); Events | where A in (names) and B == "b"';
		const { detection } = readKql(text);
		const condition = detection.kind === "event" ? detection.condition : undefined;
		const parts = condition?.kind === "and" ? condition.parts : [];
		const places = parts.map((part) => (part.kind === "predicate" ? part.predicate : undefined));
		expect(places.map((found) => found?.terms[0]?.at)).toEqual([
			text.indexOf('"a"'),
			text.indexOf('"b"'),
		]);
		expect(places.map((found) => found && text.slice(found.span.start, found.span.end))).toEqual([
			"A in (names)",
			'B == "b"',
		]);
	});

	test("a list that comes from data keeps its name, and the conditions behind it count once", () => {
		expect(
			query(`
				let bad = Alerts | where Severity == "High" | distinct Host;
				Events | where Host in (bad) or Other in (bad)
			`),
		).toEqual(['Host in= {"list":"bad"}', 'Other in= {"list":"bad"}', 'Severity eq= "High"']);
	});

	test("a scalar made of a list is that list", () => {
		expect(
			query(`
				let bad = Alerts | where Severity == "High" | summarize make_set(Host);
				Events | where Host in (toscalar(bad)) and Id !in~ (toscalar(Other | where A == 1))
			`),
		).toEqual([
			'Host in= {"list":"bad"}',
			'!Id in~ {"ref":"Other | where A == 1"}',
			'Severity eq= "High"',
			"A eq 1",
		]);
	});

	test("a watchlist is a list by its own name, with entries where these are known", () => {
		const text = "Events | where Host in ((_GetWatchlist('servers') | project Name))";
		expect(query(text)).toEqual(['Host in= {"list":"servers"}']);
		const context = { macro: () => undefined, list: () => ["a", "b"] };
		expect(showPredicates(readKql(text, context))).toEqual([
			'Host in= {"list":"servers","entries":["a","b"]}',
		]);
	});

	test("a list that is defined nowhere is reported and kept", () => {
		const parsed = readKql("Events | where Host in (unknown)");
		expect(showPredicates(parsed)).toEqual(['Host in= {"list":"unknown"}']);
		expect(parsed.problems.map(({ code }) => code)).toEqual(["query-undefined"]);
	});

	test("a query between the brackets is an expression, and its conditions are a part", () => {
		expect(query("Events | where Id in (Alerts | where Port == 1 | project Id)")).toEqual([
			'Id in= {"ref":"Alerts | where Port == 1 | project Id"}',
			"Port eq 1",
		]);
	});
});

import { describe, expect, test } from "vitest";
import { query, readKql, shape, sources } from "./read-kql";

describe("let statements", () => {
	test("scalars become their value where they have one, else stay as written", () => {
		expect(
			query(`
				let limit = 5; let name = "a"; let start = ago(1d); let same = limit;
				Events | where Count > limit and Name == name and Seen > start and Other < same
			`),
		).toEqual(["Count gt 5", 'Name eq= "a"', 'Seen gt {"ref":"start"}', "Other lt 5"]);
	});

	test("a table that is used twice counts once", () => {
		const text = `
			let logons = Logons | where Type == 3;
			logons | join kind=inner (logons | where Host == "a") on User`;
		expect(query(text)).toEqual(["Type eq 3", 'Host eq= "a"']);
		expect(sources(text)).toEqual(["table Logons"]);
	});

	test("a table's columns are known where it is used", () => {
		const parsed = readKql("let t = Logons | summarize N = count() by User; t | where N > 5");
		expect(shape(parsed.detection)).toBe("count(event by User)");
	});

	test("a view, a function without parameters, and one that rows are handed to", () => {
		expect(
			query(`
				let v = view () { Logons | where A == 1 };
				let f = (T: (B: int), limit: int) { T | where B > limit };
				v() | invoke f(5) | where C == 2
			`),
		).toEqual(["A eq 1", "B gt 5", "C eq 2"]);
	});

	test("a scalar that a query gives keeps its name, and the query is a part", () => {
		const text = `
			let top = toscalar(Logons | where A == 1 | summarize max(Seen));
			Events | where Seen > top`;
		expect(query(text)).toEqual(['Seen gt {"ref":"top"}', "A eq 1"]);
		expect(shape(readKql(text).detection)).toBe("subquery(event, count(event by ))");
	});

	test("what is never used is a part too", () => {
		expect(query("let unused = Logons | where A == 1; Events | where B == 2")).toEqual([
			"B eq 2",
			"A eq 1",
		]);
		expect(query("let f = (x: string) { Logons | where A == x };")).toEqual(['A eq= {"ref":"x"}']);
	});

	test("declared parameters have their defaults", () => {
		expect(
			query(
				'declare query_parameters(name: string = "a", n: long); Events | where A == name and B == n',
			),
		).toEqual(['A eq= "a"', 'B eq= {"ref":"n"}']);
	});

	test("settings are read over", () => {
		expect(query("set notruncation; set x = 5;\nEvents | where A == 1;")).toEqual(["A eq 1"]);
	});

	test("a name that stands for itself ends", () => {
		expect(query("let a = a; Events | where B == a")).toEqual(['B eq= {"ref":"a"}']);
	});
});

import { describe, expect, test } from "vitest";
import { filter, query, sources } from "./read-kql";

describe("functions that the query defines", () => {
	test("over tables count once for each call that brings conditions of its own", () => {
		expect(
			query(`
				let find = (name: string, days: int = 7) { Logons | where Name == name and Age < days };
				union (find("a")), (find("b")), (find("a"))
			`),
		).toEqual(['Name eq= "a"', "Age lt 7", 'Name eq= "b"', "Age lt 7"]);
	});

	test("over a table that is their argument read every table and count once", () => {
		const text = `
			let find = (name: string) { table(name) | where Result == 5 | summarize N = count() by User };
			let first = find("Logons");
			let second = find("Tickets");
			union isfuzzy=true first, second | where N > 3`;
		expect(query(text)).toEqual(["Result eq 5", "N gt 3"]);
		expect(sources(text)).toEqual(["table Logons", "table Tickets"]);
	});

	test("that take a list from such a table read it for every call, and count it once unless an argument is in it", () => {
		const listed = (condition: string): string => `
			let find = (name: string) {
				let users = table(name) | where ${condition} | summarize make_set(User);
				Mails | where From in (users)
			};
			union (find("Logons")), (find("Tickets"))`;
		expect(query(listed("Result == 5"))).toEqual(['From in= {"list":"users"}', "Result eq 5"]);
		expect(sources(listed("Result == 5"))).toEqual([
			"table Mails",
			"table Logons",
			"table Tickets",
		]);
		expect(query(listed("Type == name"))).toEqual([
			'From in= {"list":"users"}',
			'Type eq= "Logons"',
			'Type eq= "Tickets"',
		]);
	});

	test("to which rows are handed count for each such call too", () => {
		expect(
			query(`
				let over = (T: (*), limit: int) { T | summarize N = count() by User | where N > limit };
				union (Logons | invoke over(5)), (Tickets | where A == 1 | invoke over(6)), (over((Mails | where B == 2), 5))
			`),
		).toEqual(["N gt 5", "A eq 1", "N gt 6", "B eq 2", "N gt 5"]);
	});

	test("that give a column are that column", () => {
		expect(
			query(`
				let low = (text: string) { tolower(text) };
				let tail = (text: string) { tostring(split(text, "@")[1]) };
				Events | where low(Name) == "a" and tail(low(Mail)) has "b" and not(isempty(low(Other)))
			`),
		).toEqual(['Name eq~ "a"', 'split(Mail) match~ "b"', "!Other is_null"]);
	});

	test("that call themselves end", () => {
		expect(
			query("let f = (x: int) { Events | where A == x | union f(x) }; union f(1), f(2)"),
		).toEqual(["A eq 1", "A eq 2"]);
	});

	test("may be called by the names of their parameters", () => {
		expect(
			query(
				'let f = (a: string, b: dynamic = dynamic(["d"])) { T | where A == a and B in (b) }; f(b=dynamic(["k", "l"]), a="q")',
			),
		).toEqual(['A eq= "q"', 'B in= "k" "l"']);
	});
});

describe("choices", () => {
	test("between conditions are their tree, however many", () => {
		expect(filter("case(A == 1, B == 2, C == 3, D == 4, false)")).toEqual([
			"A eq 1",
			"B eq 2",
			"!A eq 1",
			"C eq 3",
			"D eq 4",
		]);
		expect(filter("case(A == 1, true, B == 2, false, C == 3)")).toEqual([
			"A eq 1",
			"!B eq 2",
			"C eq 3",
		]);
	});

	test("between other values are a value that the query makes, with the conditions that must hold", () => {
		expect(filter('iff(A == 1, "b", C) == "d" and case(A, "x", B, "y", "z") != "z"')).toEqual([
			'iff(A) eq= "d"',
			"!A eq 1",
			'case(A) ne= "z"',
			"A eq true",
			"B eq true",
		]);
	});
});

import { describe, expect, test } from "vitest";
import { query, sources } from "./read-kql";

describe("statements beside let", () => {
	test("aliases and restrictions are read over", () => {
		expect(
			query(
				'alias database db = cluster("c").database("d"); restrict access to (T, U*, database("x").V); database("db").T | where A == 1',
			),
		).toEqual(["A eq 1"]);
	});

	test("a pattern is its bodies, and a call of it the one that it names", () => {
		const text = `
			declare pattern app = (id: string)[part: string] {
				("x").["logs"] = { Logs | where A == 1 };
				("y").["events"] = { Events | where B == 2 };
			};
			app("x").logs | where C == 3`;
		expect(query(text)).toEqual(["A eq 1", "C eq 3", "B eq 2"]);
		expect(sources(text)).toEqual(["table Logs", "table Events"]);
		expect(
			query('declare pattern app = (id: string) { ("x") = { Logs | where A == 1 } }; app("x")'),
		).toEqual(["A eq 1"]);
		expect(query("declare pattern app; Logs | where A == 1")).toEqual(["A eq 1"]);
	});

	test("macro-expand is its query", () => {
		const text =
			"macro-expand isfuzzy=true entity_group [cluster('a').database('b'), database('c')] as X (X.Events | where A == 1) | where B == 2";
		expect(query(text)).toEqual(["A eq 1", "B eq 2"]);
		expect(sources(text)).toEqual(["table Events"]);
	});

	test.each([
		["external_table('Old') | take 1", ["table Old"]],
		["materialized_view('Daily') | take 1", ["table Daily"]],
		["adx('https://example.org/db').Events | take 1", ["table Events"]],
		["arg('').Resources | take 1", ["table Resources"]],
	])("tables from elsewhere: %s", (text, expected) => {
		expect(sources(text)).toEqual(expected);
	});
});

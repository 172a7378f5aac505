import { describe, expect, test } from "vitest";
import { parseKql } from "../../../../src/core/languages/kql/parse-kql";
import { NO_CONTEXT, showPredicates } from "../query-building";
import { query, readKql, shape } from "./read-kql";

describe("a text with several queries", () => {
	test.each([
		["a semicolon", "A | where x == 1; B | where y == 2"],
		["an empty line", "A | where x == 1\n\nB | where y == 2"],
		["an empty line and a comment", "A | take 5 | where x == 1\n\n// more\nB\n| where y == 2"],
	])("is parted by %s", (_, text) => {
		expect(query(text)).toEqual(["x eq 1", "y eq 2"]);
		expect(shape(readKql(text).detection)).toBe("statements(event, event)");
	});

	test("an empty line inside of a query parts nothing", () => {
		expect(query('A\n\n| where x in (\n\n"a",\n\n"b")\n\n    and y == 2\n\n| take 5')).toEqual([
			'x in= "a" "b"',
			"y eq 2",
		]);
	});

	test("a missing semicolon before a line is reported, and the line is a query", () => {
		const parsed = parseKql("let a = 1\nA | where x == a", NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(["x eq 1"]);
		expect(parsed.tokens.unconsumed).toBe(0);
		expect(parsed.problems).toMatchObject([{ code: "query-syntax", severity: "warning" }]);
	});
});

import { describe, expect, test } from "vitest";
import { filter, query } from "./read-kql";

describe("functions that test a column", () => {
	test.each([
		["isempty(A)", "A is_null"],
		["isnotempty(A)", "A exists"],
		["isnull(A)", "A is_null"],
		["isnotnull(tostring(A))", "A exists"],
		["not(isempty(A))", "!A is_null"],
		["isempty(A) == false", "!A is_null"],
		['ipv4_is_in_range(Ip, "10.0.0.0/8")', 'Ip cidr_match "10.0.0.0/8"'],
		[
			'ipv4_is_in_any_range(Ip, dynamic(["10.0.0.0/8", "192.168.0.0/16"]))',
			'Ip cidr_match "10.0.0.0/8" "192.168.0.0/16"',
		],
		['ipv4_is_in_any_range(Ip, "10.0.0.0/8", "::1")', 'Ip cidr_match "10.0.0.0/8" "::1"'],
		['ipv6_is_in_range(Ip, "fd00::/8")', 'Ip cidr_match "fd00::/8"'],
		['ipv4_is_match(Ip, "10.0.0.1", 24)', 'Ip cidr_match "10.0.0.1/24"'],
		['ipv4_is_match(Ip, "10.0.0.1")', 'Ip eq "10.0.0.1"'],
		["ipv4_is_private(Ip)", "ipv4_is_private(Ip) eq true"],
		['has_ipv4(Text, "10.0.0.1")', 'Text match~ "10.0.0.1"'],
		['has_ipv4_prefix(Text, "10.")', 'Text starts_with~ "10."'],
		['set_has_element(Tags, "x")', 'Tags eq= "x"'],
		['set_has_element(dynamic(["x", "y"]), Tag)', 'Tag in= "x" "y"'],
		['bag_has_key(Details, "user")', "Details.user exists"],
	])("%s", (condition, expected) => {
		expect(filter(condition)).toEqual([expected]);
	});

	test.each([
		["strlen(A) > 5", "strlen(A) gt 5"],
		["array_length(A) == 0", "array_length(A) eq 0"],
		['extract("(a+)", 1, A) == "aa"', 'extract(A) eq= "aa"'],
		['split(A, "@")[1] =~ "b"', 'split(A) eq~ "b"'],
		['tolower(A) == "b"', 'A eq~ "b"'],
		['tostring(A) has "b"', 'A match~ "b"'],
		["toint(A) > 5", "A gt 5"],
		["coalesce(A, 0) < 5", "coalesce(A) lt 5"],
	])("a function around the column: %s", (condition, expected) => {
		expect(filter(condition)).toEqual([expected]);
	});

	test.each([
		["Details.user.name == 1", "Details.user.name eq 1"],
		['Details["user"].name == 1', "Details.user.name eq 1"],
		["Details.['user name'] == 1", "Details.user name eq 1"],
		["parse_json(Details).user == 1", "Details.user eq 1"],
		["tostring(parse_json(tostring(Details.x)).y) == 1", "Details.x.y eq 1"],
		["Targets[0].name == 1", "Targets[0].name eq 1"],
		["['User name'] == 1", "User name eq 1"],
		['column_ifexists("Maybe", "") == 1', "Maybe eq 1"],
		['columnifexists("Maybe", "") == 1', "Maybe eq 1"],
	])("a path: %s", (condition, expected) => {
		expect(filter(condition)).toEqual([expected]);
	});

	test("a choice between conditions is their tree", () => {
		expect(filter('iff(A == 1, B == 2, C == 3) and iff(isempty(D), true, D has "x")')).toEqual([
			"A eq 1",
			"B eq 2",
			"!A eq 1",
			"C eq 3",
			"D is_null",
			'D match~ "x"',
		]);
	});

	test("a function that the query defines is its body with the arguments", () => {
		expect(
			query(`
				let isBad = (value: string, list: dynamic = dynamic(["c"])) { value has "a" or value in (list) };
				let limit = 5;
				let isLong = (value: string) { strlen(value) > limit };
				Events | where isBad(Name) and not(isBad(Path, dynamic(["d"]))) and isLong(Name)
			`),
		).toEqual([
			'Name match~ "a"',
			'Name in= "c"',
			'!Path match~ "a"',
			'!Path in= "d"',
			"strlen(Name) gt 5",
		]);
	});
});

import { describe, expect, test } from "vitest";
import { filter, query } from "./read-kql";

describe("comparisons", () => {
	test.each([
		['Name == "a"', 'Name eq= "a"'],
		["End -\n  Start < 10m", 'End - Start lt "10m"'],
		['Name == strcat(A,\n\t"b  c")', `Name eq= ${JSON.stringify({ ref: 'strcat(A, "b  c")' })}`],
		['Name =~ "a"', 'Name eq~ "a"'],
		['Name != "a"', 'Name ne= "a"'],
		['Name <> "a"', 'Name ne= "a"'],
		['Name !~ "a"', 'Name ne~ "a"'],
		['Name has "a"', 'Name match~ "a"'],
		['Name has_cs "a"', 'Name match= "a"'],
		['Name !has "a"', '!Name match~ "a"'],
		['Name !has_cs "a"', '!Name match= "a"'],
		['Name hasprefix "a"', 'Name starts_with~ "a"'],
		['Name !hasprefix_cs "a"', '!Name starts_with= "a"'],
		['Name hassuffix "a"', 'Name ends_with~ "a"'],
		['Name contains "a"', 'Name contains~ "a"'],
		['Name contains_cs "a"', 'Name contains= "a"'],
		['Name !contains "a"', '!Name contains~ "a"'],
		['Name notcontains "a"', '!Name contains~ "a"'],
		['Name containscs "a"', 'Name contains= "a"'],
		['Name notcontainscs "a"', '!Name contains= "a"'],
		['Name startswith "a"', 'Name starts_with~ "a"'],
		['Name !startswith_cs "a"', '!Name starts_with= "a"'],
		['Name endswith_cs "a"', 'Name ends_with= "a"'],
		['Name !endswith "a"', '!Name ends_with~ "a"'],
		["Count > 5", "Count gt 5"],
		["Count >= 0x10", "Count ge 16"],
		["Count < -1.5", "Count lt -1.5"],
		["Count <= long(7)", "Count le 7"],
		["Active == true", "Active eq true"],
		["Active == True", "Active eq true"],
		["Active == bool(FALSE)", "Active eq false"],
		['Name:"a*"', 'Name starts_with~ "a"'],
		['tolower(trim("-", Name)) == "a"', 'trim(Name) eq~ "a"'],
		["Port == 443", "Port eq 443"],
		["Parent == dynamic(null)", "Parent is_null"],
		["Parent != int(null)", "Parent exists"],
	])("%s", (condition, expected) => {
		expect(filter(condition)).toEqual([expected]);
	});

	test("a constant on the left changes sides", () => {
		expect(filter('5 < Count and "a" == Name and "b" in (Name, Other)')).toEqual([
			"Count gt 5",
			'Name eq= "a"',
			'Name eq= "b"',
			'Other eq= "b"',
		]);
	});

	test("a column that is compared with another, or with an expression, keeps it as written", () => {
		expect(filter("Source == Target and Ends > Starts + 1h and Seen > ago(1d)")).toEqual([
			'Source eq= {"ref":"Target"}',
			'Ends gt {"ref":"Starts + 1h"}',
			'Seen gt {"ref":"ago(1d)"}',
		]);
	});

	test("points in time and spans are written without their type", () => {
		expect(
			filter("Seen >= datetime(2024-02-01 10:00) and Took > time(1.02:00) and Took < 90s"),
		).toEqual(['Seen ge "2024-02-01 10:00"', 'Took gt "1.02:00"', 'Took lt "90s"']);
	});

	test("between is both ends", () => {
		expect(filter("Port between (1 .. 1024) and Seen !between (ago(2d)..now())")).toEqual([
			"Port ge 1",
			"Port le 1024",
			'!Seen ge {"ref":"ago(2d)"}',
			'!Seen le {"ref":"now()"}',
		]);
	});

	test("a regular expression stays one, and says itself where letter case does not count", () => {
		expect(filter('A matches regex "(?i)evil" and not(A matches regex @"\\.exe$")')).toEqual([
			'A regex_match~ "(?i)evil"',
			'!A regex_match= "\\\\.exe$"',
		]);
	});

	test("and binds tighter than or, string operators tighter than both and than ==", () => {
		expect(filter('A has "x" == false or B == 1 and not(C contains "y" or D == 2)')).toEqual([
			'!A match~ "x"',
			"B eq 1",
			'!C contains~ "y"',
			"!D eq 2",
		]);
	});

	test("a column by itself asks whether it is true", () => {
		expect(filter("IsAdmin and not(Details.enabled)")).toEqual([
			"IsAdmin eq true",
			"!Details.enabled eq true",
		]);
	});

	test("a single equals sign, which Kusto refuses, is read as a comparison", () => {
		expect(() => filter("A = 1")).toThrow("read as");
	});
});

describe("strings", () => {
	test.each([
		['"a\\\\b\\"c\\u0041\\t"', 'a\\b"cA\t'],
		["'it\"s'", 'it"s'],
		['@"C:\\Users\\"', "C:\\Users\\"],
		["@'it''s'", "it's"],
		['h"secret"', "secret"],
		['h@"a\\b"', "a\\b"],
		['```a\\b\n"c"```', 'a\\b\n"c"'],
		["```\na```", "\na"],
		["h```a```", "a"],
		["H@'a''b'", "a'b"],
		['"\\101\\0\\x42"', "A\0B"],
		['"C:\\Windows\\.x"', "C:\\Windows\\.x"],
		['"one" "two"', "onetwo"],
		['strcat("a", "-", 5)', "a-5"],
		['tolower("AbC")', "abc"],
	])("%s", (written, value) => {
		expect(filter(`Name == ${written}`)).toEqual([`Name eq= ${JSON.stringify(value)}`]);
	});

	test("directives to tools are none of the query", () => {
		expect(query('#connect "cluster"\nEvents | where Name == "#a"\n#end')).toEqual([
			'Name eq= "#a"',
		]);
	});

	test("white space without width and comments are none of the query", () => {
		expect(filter('Name\u200B == // "b"\n"a"\u2060')).toEqual(['Name eq= "a"']);
	});
});

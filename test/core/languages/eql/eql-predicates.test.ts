import { describe, expect, test } from "vitest";
import { parseEql } from "../../../../src/core/languages/eql/parse-eql";
import { isFull, NO_CONTEXT, showPredicates } from "../query-building";

const show = (condition: string): readonly string[] => {
	const parsed = parseEql(`process where ${condition}`, NO_CONTEXT);
	expect(parsed.problems).toEqual([]);
	expect(isFull(parsed)).toBe(true);
	return showPredicates(parsed);
};

describe("comparisons", () => {
	test.each([
		['process.name == "cmd.exe"', ['process.name eq= "cmd.exe"']],
		['process.name != "cmd.exe"', ['process.name ne= "cmd.exe"']],
		['"cmd.exe" == process.name', ['process.name eq= "cmd.exe"']],
		["process.pid == 4 and process.pid != 1.5", ["process.pid eq 4", "process.pid ne 1.5"]],
		["a < 1 and b <= 2 and c > 3 and d >= 4", ["a lt 1", "b le 2", "c gt 3", "d ge 4"]],
		["5 < process.pid", ["process.pid gt 5"]],
		["a == -1 and b > +2", ["a eq -1", "b gt 2"]],
		["process.signed == true", ["process.signed eq true"]],
		["user.id == null and user.name != null", ["user.id is_null", "user.name exists"]],
		["null != user.name", ["user.name exists"]],
		["not user.id == null", ["!user.id is_null"]],
		["?user.id != null", ["user.id exists"]],
		["`odd-field`.x == 1 and a.`b c` == 2", ["odd-field.x eq 1", "a.b c eq 2"]],
		['process.args[0] == "-x"', ['process.args[0] eq= "-x"']],
		["source.ip == destination.ip", ['source.ip eq= {"ref":"destination.ip"}']],
		["a != ?b.c", ['a ne= {"ref":"?b.c"}']],
		["1 == 1", ["1 eq 1"]],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});

	test("of constants are the query's own computation", () => {
		const { detection } = parseEql("any where 1 + 1 == 2", NO_CONTEXT);
		expect(detection).toMatchObject({
			condition: { predicate: { field: "1 + 1", origin: "computed", terms: [{ value: 2 }] } },
		});
	});
});

describe("lists behind in", () => {
	test.each([
		['a in ("x", "y*")', ['a in= "x" "y*"']],
		['a in~ ("x",)', ['a in~ "x"']],
		['a not in ("x", "y")', ['!a in= "x" "y"']],
		['not a in~ ("x")', ['!a in~ "x"']],
		["a in (1, 2)", ["a in 1 2"]],
		['(a) in ("x")', ['a in= "x"']],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});
});

describe("patterns", () => {
	test.each([
		['a : "x"', ['a eq~ "x"']],
		['a : "x*"', ['a starts_with~ "x"']],
		['a : "*x"', ['a ends_with~ "x"']],
		['a : "*x*"', ['a contains~ "x"']],
		['a : "x*y"', ['a wildcard~ "x*y"']],
		['a : "x?"', ['a wildcard~ "x?"']],
		['a : "*"', ["a exists"]],
		['a like "X*"', ['a starts_with= "X"']],
		['a like~ ("X", "y*")', ['a eq~ "X"', 'a starts_with~ "y"']],
		['a : ("x", "y*", "z", "w*")', ['a eq~ "x" "z"', 'a starts_with~ "y" "w"']],
		['not a : ("x", "y*")', ['!a eq~ "x"', '!a starts_with~ "y"']],
		['a !: "x"', ['!a eq~ "x"']],
		['a == "x*"', ['a eq= "x*"']],
		["a : 7", ["a eq 7"]],
		['a : "C:\\\\Temp\\\\*"', ['a starts_with~ "C:\\\\Temp\\\\"']],
		['a : ("**", "*?", "", "*x*y*")', ["a exists", 'a wildcard~ "*?" "*x*y*"', 'a eq~ ""']],
		['a : """?:\\Temp\\*\\x"""', ['a wildcard~ "?:\\\\Temp\\\\*\\\\x"']],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});
});

describe("regular expressions match the whole value", () => {
	test.each([
		['a regex "x.+y"', ['a regex_match= "x.+y"']],
		['a regex~ ("[a-z]+", "b")', ['a regex_match~ "[a-z]+" "b"']],
		['a regex ".*b"', ['a regex_match= ".*b"']],
		['a regex~ """.*\\.exe.*"""', ['a regex_match~ ".*\\\\.exe.*"']],
		['a regex """\\d"""', ['a regex_match= "\\\\d"']],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});
});

describe("functions", () => {
	test.each([
		['startsWith(a, "x") and endswith~(b, "Y")', ['a starts_with= "x"', 'b ends_with~ "Y"']],
		['stringContains~(a, "x")', ['a contains~ "x"']],
		['stringContains(a, "x") == false', ['!a contains= "x"']],
		[
			'cidrMatch(source.ip, "10.0.0.0/8", "fe80::/10")',
			['source.ip cidr_match "10.0.0.0/8" "fe80::/10"'],
		],
		['cidrMatch(a, "10.0.0.0/8") : true', ['a cidr_match "10.0.0.0/8"']],
		['cidrMatch(a, "10.0.0.0/8") : false', ['!a cidr_match "10.0.0.0/8"']],
		['not cidrmatch(a, "::1")', ['!a cidr_match "::1"']],
		['wildcard(a, "x*", "y")', ['a starts_with= "x"', 'a eq= "y"']],
		['match~(a, "[0-9]x", "y.*")', ['a regex_match~ "[0-9]x" "y.*"']],
		['arrayContains(a, "x", "y")', ['a eq "x" "y"']],
		['arraySearch(a, item, item == "x")', ['a eq= "x"']],
		[
			"arraySearch(a, i, i.n == 1 and i.m == 2)",
			["arraySearch(a.n) eq 1", "arraySearch(a.m) eq 2"],
		],
		[
			'not _arraysearch(a.stack, $entry, $entry.name : ("x*", "y"))',
			['!a.stack.name starts_with~ "x"', '!a.stack.name eq~ "y"'],
		],
		['_arraysearch(a, $e, stringcontains~($e.b, "x"))', ['a.b contains~ "x"']],
		["length(a) > 10", ["length(a) gt 10"]],
		['substring(a, 0, 3) : "abc"', ['substring(a) eq~ "abc"']],
		['concat(a, ":", b) == "x:y"', ['concat(a) eq= "x:y"']],
		["indexOf(a, b) == null", ["indexOf(a) is_null"]],
		["a % 2 == 0 and (a + b) * 2 > 5", ["modulo(a) eq 0", "multiply(a) gt 5"]],
		["startsWith(a, b.c)", ['a starts_with= {"ref":"b.c"}']],
		["a > b + 1", ['a gt {"ref":"b + 1"}']],
		["a:length() == 3", ["length(a) eq 3"]],
		['between(a, "x", "y") == "z"', ['between(a) eq= "z"']],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});

	test("one that is not known is kept by its name and reported", () => {
		const parsed = parseEql("any where entropy(file.name) > 3", NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(["entropy(file.name) gt 3"]);
		expect(parsed.problems).toMatchObject([{ code: "query-undefined", severity: "info" }]);
		expect(isFull(parsed)).toBe(true);
	});
});

describe("truth values", () => {
	test("a bare field is compared with true", () => {
		expect(show("a.is_new and not b")).toEqual(["a.is_new eq true", "!b eq true"]);
	});

	test.each([
		['(a in ("x", "y")) == false', ['!a in= "x" "y"']],
		['(a : "x*" and b == 1) != true', ['!a starts_with~ "x"', "!b eq 1"]],
		['(a : "x*" or b == 1) == true', ['a starts_with~ "x"', "b eq 1"]],
		['not (endsWith(a, "x")) == false', ['a ends_with= "x"']],
		["(a + 1) == b", ['add(a) eq= {"ref":"b"}']],
	])("what stands in brackets may be compared with them: %s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});

	test("true restricts nothing", () => {
		expect(parseEql("any where true", NO_CONTEXT).detection).toEqual({
			kind: "event",
			condition: { kind: "always" },
		});
	});
});

describe("literals", () => {
	test.each([
		['a == "q\\"b\\\\n\\t"', ['a eq= "q\\"b\\\\n\\t"']],
		['a == "\\u{2018}x"', ['a eq= "\u2018x"']],
		['a == """raw \\n "quoted" \\ """', ['a eq= "raw \\\\n \\"quoted\\" \\\\ "']],
		['a == """x""""', ['a eq= "x\\""']],
		["a == 'old'", ['a eq= "old"']],
		['a == ?"C:\\new"', ['a eq= "C:\\\\new"']],
		["a == 12345678901234567890", ['a eq= "12345678901234567890"']],
		["a == 1e3", ["a eq 1000"]],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});

	test("comments are no part of a query, and signs of comments are part of strings", () => {
		expect(show('a == "//x" /* b == 1 */ and // c\n d : "/*"')).toEqual([
			'a eq= "//x"',
			'd starts_with~ "/"',
		]);
	});
});

import { describe, expect, test } from "vitest";
import { evaluateCase } from "../support/evaluate-case";
import { testValues } from "../support/expect-values";

describe("functions of texts", () => {
	testValues([
		['lower("ÀB")', "àb"],
		['upper(["a", null])', ["A", null]],
		["lower(5)", undefined],
		['replace("a.b.c", ".", "-")', "a-b-c"],
		['replace(["aa", "b"], "a", "x")', ["xx", "b"]],
		['replace("a", null, "b")', null],
		['split("a1b22c", "\\d+")', ["a", "b", "c"]],
		['split("a-b", "(-)")', ["a", "-", "b"]],
		['split("a,b", ",", 1)', ["a"]],
		['split(null, ",")', null],
		['startswith("abc", "ab")', true],
		['endswith(["ab", "cb", "x"], ["b", "c"])', [true, false]],
		['startswith(null, "a")', null],
		['padleft("7", 3, "0")', "007"],
		['padright("7", 3)', "7  "],
		['padleft("abc", 2)', "abc"],
		['substring("lsass", 1, 3)', "sa"],
		['substring("lsass", 3, 1)', "sa"],
		['substring(["abc", "de"], 1)', ["bc", "e"]],
		['truncate("lsass", 4)', "l..."],
		['truncate("abc", 10)', "abc"],
		['truncate("abcdef", 3, "…")', "ab…"],
		['display("[[A|b]] and [c](d) and [[e]]")', "b and c and e"],
		["display([[Folder/A#B]])", "A > B"],
		["display([1, [[A]], null])", "1, A, "],
		['hash("2024-03-17", 2)', 271608741894590],
		['hash("a", "b") = hash("ab", 0)', true],
	]);

	test("make no text without end", () => {
		expect(evaluateCase('length(padleft("a", 1000000000))')).toBe(100_000);
		expect(evaluateCase('"ab" * 1000000000')).toBeUndefined();
	});
});

describe("functions of patterns", () => {
	testValues([
		['regextest("l.*s", "xlsassx")', true],
		['regextest("^sas", "lsass")', false],
		['regextest("a", null)', false],
		['regexmatch("l.*s", "lsass")', true],
		['regexmatch("sas", "lsass")', false],
		['regexmatch("^ls", "lsass")', true],
		['regexmatch("a|lsass", "lsass.exe")', false],
		['regexmatch("a+", ["a", "ab"])', [true, false]],
		['regexreplace("a.b", "[.]", "-")', "a-b"],
		['regexreplace("T1021.004", "^(T\\d+)\\.(\\d+)$", "$2/$1")', "004/T1021"],
		['regexreplace("a", "(", "")', undefined],
		['regextest("(a+)+$", "aaaa!")', false],
		['regextest("(?=a+)+b", "ab")', undefined],
		['regextest("(a)(?=b)", "ab")', true],
		['regextest("(a|b)+[+*]\\)", "ab+)")', true],
		['regextest("((a)b?)+c", "aabc")', true],
	]);
});

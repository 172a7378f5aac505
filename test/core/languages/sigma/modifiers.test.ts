import { describe, expect, test } from "vitest";
import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { isFull, showPredicates } from "../query-building";
import { readDetection, readEntry } from "./read-sigma";

describe("Sigma modifiers", () => {
	test.each([
		["F|contains: a", ['F contains~ "a"']],
		["F|contains: '*a*'", ['F contains~ "a"']],
		["F|contains: a*b", ['F wildcard~ "*a*b*"']],
		["F|contains: '*'", ["F exists~"]],
		["F|contains: ''", ["F exists~"]],
		["F|contains: 5", ['F contains~ "5"']],
		["F|startswith: a", ['F starts_with~ "a"']],
		["F|endswith: [a, b]", ['F ends_with~ "a" "b"']],
		["F|endswith: 'a*'", ['F contains~ "a"']],
		["F|endswith: '\\a'", ['F ends_with~ "\\\\a"']],
		["F|contains|all: [a, b]", ['F contains~ "a"', 'F contains~ "b"']],
		["F|all: ['*a*', 'b*']", ['F contains~ "a"', 'F starts_with~ "b"']],
		["F|contains|cased: a", ['F contains= "a"']],
		["F|cased: a", ['F eq= "a"']],
		["F|re: '^a\\\\b.*$'", ['F regex_match= "^a\\\\\\\\b.*$"']],
		["F|re: abc", ['F regex_match= "abc"']],
		["F|re|i: a", ['F regex_match~ "a"']],
		["F|re|ignorecase: a", ['F regex_match~ "a"']],
		["F|re|i|s|m: a", ['F regex_match~ "(?sm)a"']],
		["F|re|contains: a", ['F regex_match= ".*a.*"']],
		["F|re|contains: ^a$", ['F regex_match= "^a$"']],
		["F|re|startswith: a", ['F regex_match= "a.*"']],
		["F|re|endswith: a", ['F regex_match= ".*a"']],
		["F|re|all: [a, b]", ['F regex_match= "a"', 'F regex_match= "b"']],
		["F|cidr: 10.0.0.0/8", ['F cidr_match~ "10.0.0.0/8"']],
		["F|cidr: ['::1/128', 'fe80::/10']", ['F cidr_match~ "::1/128" "fe80::/10"']],
		["F|exists: true", ["F exists~"]],
		["F|exists: false", ["!F exists~"]],
		["F|exists: 'no'", []],
		["F|exists: 'False'", ["!F exists~"]],
		["F|exists: yes", ["F exists~"]],
		["F|exists: No", ["!F exists~"]],
		["F|gt: 5", ["F gt~ 5"]],
		["F|gte: 5", ["F ge~ 5"]],
		["F|lt: 0.5", ["F lt~ 0.5"]],
		["F|lte: -1", ["F le~ -1"]],
		["F|fieldref: G", ['F eq~ {"ref":"G"}']],
		["F|equalsfield: G", ['F eq~ {"ref":"G"}']],
		["F|endswithfield: G", ['F ends_with~ {"ref":"G"}']],
		["F|fieldref|startswith: G", ['F starts_with~ {"ref":"G"}']],
		["F|endswith|fieldref: G", ['F ends_with~ {"ref":"G"}']],
		["F|fieldref|contains: G", ['F contains~ {"ref":"G"}']],
		["F|neq: a", ['F ne~ "a"']],
		["F|neq: 5", ["F ne~ 5"]],
		["F|neq: [a, b]", ['F ne~ "a"', 'F ne~ "b"']],
		["F|neq: null", ["F exists~"]],
		["F|neq: ''", ['F ne~ ""']],
		["F|contains|neq: a", ['!F contains~ "a"']],
		["F|fieldref|neq: G", ['F ne~ {"ref":"G"}']],
		["F|hour: 5", ["hour(F) eq~ 5"]],
		["F|hour|gte: 20", ["hour(F) ge~ 20"]],
		["F|minute: [1, 2]", ["minute(F) eq~ 1 2"]],
		["F|day: 1", ["day(F) eq~ 1"]],
		["F|week: 1", ["week(F) eq~ 1"]],
		["F|month: 1", ["month(F) eq~ 1"]],
		["F|year: 2024", ["year(F) eq~ 2024"]],
		["'|contains': a", ['* match~ "a"']],
		["'|re': a.b", ['* regex_match= "a.b"']],
		["'|all': [a, b]", ['* match~ "a"', '* match~ "b"']],
		["'|cased': a", ['* match= "a"']],
	])("%s", (entry, expected) => {
		expect(readEntry(entry)).toEqual(expected);
	});

	test("windash gives every dash, the written one first", () => {
		expect(readEntry("F|windash|contains: ' /c a-b'")).toEqual([
			'F contains~ " /c a-b" " -c a-b" " \u2013c a-b" " \u2014c a-b" " \u2015c a-b"',
		]);
	});

	test("windash combines the dashes of a value", () => {
		const [predicate] = listPredicates(
			readDetection(["sel:", "  F|windash: -a /b", "condition: sel"]).detection,
		);
		const values = predicate?.predicate.terms.map(({ value }) => value) ?? [];
		expect(values).toHaveLength(25);
		expect(new Set(values).size).toBe(25);
		expect(values.slice(0, 3)).toEqual(["-a /b", "-a -b", "-a \u2013b"]);
	});

	test("windash changes the dashes of a value with many of them together, and says so", () => {
		const flags = "-a ".repeat(8).trim();
		const parsed = readDetection(["sel:", `  F|windash: ${flags}`, "condition: sel"]);
		expect(listPredicates(parsed.detection)[0]?.predicate.terms).toHaveLength(5);
		expect(parsed.problems).toMatchObject([{ code: "query-opaque", severity: "info" }]);
		expect(isFull(parsed)).toBe(true);
	});

	test("all over values that have alternatives asks for one of each", () => {
		expect(readEntry("F|windash|contains|all: [-a, b]")).toEqual([
			'F contains~ "-a" "/a" "\u2013a" "\u2014a" "\u2015a"',
			'F contains~ "b"',
		]);
	});

	test.each(["contain", "base32", "i", "expanded", "ALLOF"])(
		"an unknown one, %s, leaves its entry opaque",
		(word) => {
			const parsed = readDetection(["sel:", `  F|${word}: [a, b]`, "  G: c", "condition: sel"]);
			expect(parsed.problems).toMatchObject([{ code: "query-opaque", severity: "warning" }]);
			expect(parsed.problems[0]?.message).toContain(word);
			expect(parsed.tokens).toEqual({ total: 4, unconsumed: 2 });
			expect(listPredicates(parsed.detection)).toHaveLength(1);
		},
	);

	test("capitals and blanks in one are told, and read", () => {
		const parsed = readDetection(["sel:", "  F|Contains | ALL: [a, b]", "condition: sel"]);
		expect(showPredicates(parsed)).toEqual(['F contains~ "a"', 'F contains~ "b"']);
		expect(parsed.problems).toMatchObject([{ code: "query-syntax", severity: "warning" }]);
		expect(isFull(parsed)).toBe(true);
	});

	test.each(["F|contains: null", "F|re: null", "F|gt: null", "F|base64: 'a*'"])(
		"%s, whose value does not fit, is opaque",
		(entry) => {
			const parsed = readDetection(["sel:", `  ${entry}`, "condition: sel"]);
			expect(parsed.tokens).toEqual({ total: 2, unconsumed: 1 });
		},
	);

	test.each([
		["A|gt: abc", 1],
		["A|lte: '7'", 0],
		["A|gte: 2024-01-01", 0],
		["A|cidr: 10.0.0.0/33", 1],
		["A|cidr: 10.0.0.256/8", 1],
		["A|cidr: 192.168.*", 1],
		["A|cidr: [10.0.0.0/8, '::1/128', 10.1.1.1, 'fe80::/10']", 0],
		["A|cidr: fe80::/129", 1],
	])("%s has a value of the kind that is asked for, or it is told", (entry, told) => {
		const parsed = readDetection(["sel:", `  ${entry}`, "condition: sel"]);
		expect(parsed.problems).toHaveLength(told);
		expect(isFull(parsed)).toBe(true);
	});
});

import { describe, expect, test } from "vitest";
import { parseSigma } from "../../../../src/core/languages/sigma/parse-sigma";
import { printCondition } from "../../../../src/core/languages/sigma/print-sigma";
import { conditionOf, isFull, NO_CONTEXT, showPredicates } from "../query-building";
import { readDetection, readEntry } from "./read-sigma";

const dashes = (text: string): string =>
	["-", "/", "\u2013", "\u2014", "\u2015"]
		.map((dash) => JSON.stringify(text.replace("-", dash)))
		.join(" ");

/** Every modifier of the appendix 2.1.0, in its order, as rules use it. */
const APPENDIX: readonly (readonly [word: string, entry: string, ...expected: string[]])[] = [
	[
		"all",
		"CommandLine|contains|all: ['net ', ' user']",
		'CommandLine contains~ "net "',
		'CommandLine contains~ " user"',
	],
	["startswith", "User|startswith: adm", 'User starts_with~ "adm"'],
	["endswith", "Image|endswith: '\\cmd.exe'", 'Image ends_with~ "\\\\cmd.exe"'],
	["contains", "Url|contains: [/a/, /b/]", 'Url contains~ "/a/" "/b/"'],
	["exists", "ParentImage|exists: true", "ParentImage exists~"],
	["cased", "CommandLine|cased|contains: IEX", 'CommandLine contains= "IEX"'],
	["neq", "User|neq: root", 'User ne~ "root"'],
	[
		"windash",
		"CommandLine|windash|contains: ' -enc '",
		`CommandLine contains~ ${dashes(" -enc ")}`,
	],
	["re", "ScriptBlockText|re: 'a[bc]+\\.d'", 'ScriptBlockText regex_match= "a[bc]+\\\\.d"'],
	["i", "ScriptBlockText|re|i: 'a|b'", 'ScriptBlockText regex_match~ "a|b"'],
	["m", "ScriptBlockText|re|m: ^a", 'ScriptBlockText regex_match= "(?m)^a"'],
	["s", "ScriptBlockText|re|s: a.b", 'ScriptBlockText regex_match= "(?s)a.b"'],
	["base64", "CommandLine|base64: whoami", 'CommandLine eq~ "d2hvYW1p"'],
	[
		"base64offset",
		"CommandLine|base64offset|contains: whoami",
		'CommandLine contains~ "d2hvYW1p" "dob2Fta" "3aG9hbW"',
	],
	["utf16le", "CommandLine|utf16le|base64: a", 'CommandLine eq~ "YQA="'],
	["utf16be", "CommandLine|utf16be|base64: a", 'CommandLine eq~ "AGE="'],
	["utf16", "CommandLine|utf16|base64: a", 'CommandLine eq~ "//5hAA=="'],
	[
		"wide",
		"CommandLine|wide|base64offset|contains: ping",
		'CommandLine contains~ "cABpAG4AZw" "AAaQBuAGcA" "wAGkAbgBnA"',
	],
	["lt", "Size|lt: 1024", "Size lt~ 1024"],
	["lte", "Size|lte: 1024", "Size le~ 1024"],
	["gt", "Size|gt: 0.5", "Size gt~ 0.5"],
	["gte", "Size|gte: [5, 7]", "Size ge~ 5 7"],
	["minute", "EventTime|minute: 30", "minute(EventTime) eq~ 30"],
	["hour", "EventTime|hour|gte: 22", "hour(EventTime) ge~ 22"],
	["day", "EventTime|day: [1, 15]", "day(EventTime) eq~ 1 15"],
	["week", "EventTime|week|lt: 2", "week(EventTime) lt~ 2"],
	["month", "EventTime|month|neq: 12", "month(EventTime) ne~ 12"],
	["year", "EventTime|year: 2025", "year(EventTime) eq~ 2025"],
	[
		"cidr",
		"SourceIp|cidr: [10.0.0.0/8, 'fe80::/10']",
		'SourceIp cidr_match~ "10.0.0.0/8" "fe80::/10"',
	],
	["expand", "User|expand: '%Administrators%'", 'User eq~ {"list":"Administrators"}'],
	["fieldref", "User|fieldref|neq: TargetUser", 'User ne~ {"ref":"TargetUser"}'],
];

describe("the modifiers of the Sigma specification", () => {
	test.each(APPENDIX)("%s", (word, entry, ...expected) => {
		expect(entry).toMatch(new RegExp(`\\|${word}[|:]`));
		expect(readEntry(entry)).toEqual(expected);
	});
});

describe("modifiers together", () => {
	test.each([
		["F|re|contains: 'ab|cd'", 'F regex_match= ".*(?:ab|cd).*"'],
		["F|re|contains: '[|]a(b|c)'", 'F regex_match= ".*[|]a(b|c).*"'],
		["F|re|contains: 'a\\|b'", 'F regex_match= ".*a\\\\|b.*"'],
		["F|re|contains: '[^]|]a'", 'F regex_match= ".*[^]|]a.*"'],
		["F|re|startswith: 'a\\$'", 'F regex_match= "a\\\\$.*"'],
		["F|re|startswith: 'a\\\\$'", 'F regex_match= "a\\\\\\\\$"'],
		["F|re|endswith: '^a|b'", 'F regex_match= ".*(?:^a|b)"'],
		["F|re|expand: '%words%'", 'F regex_match= {"list":"words"}'],
		["F|re|expand: 'a%words%'", 'F regex_match= "a%words%"'],
		["F|cidr|expand: '%nets%'", 'F cidr_match~ {"list":"nets"}'],
		[
			"F|windash|endswith: '\\-a'",
			'F ends_with~ "\\\\-a" "\\\\/a" "\\\\\u2013a" "\\\\\u2014a" "\\\\\u2015a"',
		],
	])("%s", (entry, expected) => {
		expect(readEntry(entry)).toEqual([expected]);
	});

	test.each([
		"F|re|base64: a",
		"F|windash|cidr: 10.0.0.0/8",
		"F|contains|cidr: 10.0.0.0/8",
		"F|startswith|gt: 5",
		"F|expand|fieldref: '%a%'",
		"F|contains|exists: true",
		"F|re|cidr: 10.0.0.0/8",
	])("%s do not fit, and the entry is opaque", (entry) => {
		const parsed = readDetection(["sel:", `  ${entry}`, "condition: sel"]);
		expect(isFull(parsed)).toBe(false);
		expect(parsed.problems).toMatchObject([{ code: "query-opaque", severity: "warning" }]);
	});

	test("neq turns the whole entry round: any of the values under all", () => {
		const shapeOf = (key: string): unknown =>
			readDetection(["sel:", `  F|contains|${key}: [a, b]`, "condition: sel"]).detection;
		const parts = [{ kind: "not" }, { kind: "not" }];
		expect(shapeOf("neq")).toMatchObject({ condition: { kind: "and", parts } });
		expect(shapeOf("all|neq")).toMatchObject({ condition: { kind: "or", parts } });
	});

	test("neq beside neq is printed so that both must differ", () => {
		const read = readDetection(["sel:", "  F|neq: [a, b]", "condition: sel"]);
		const printed = printCondition(conditionOf(read));
		expect(printed).toContain("F|neq:");
		expect(showPredicates(parseSigma(printed, NO_CONTEXT))).toEqual(['F ne~ "a"', 'F ne~ "b"']);
		expect(conditionOf(parseSigma(printed, NO_CONTEXT)).kind).toBe("and");
	});
});

import { describe, expect, it } from "vitest";
import type { PredicateOperator } from "../../../src/core/model/predicate";
import { createTextPattern } from "../../../src/core/query/patterns/text-pattern";
import type { Truth } from "../../../src/core/runbooks/compare-known";
import { compareKnown } from "../../../src/core/runbooks/compare-known";
import type { KnownText } from "../../../src/core/runbooks/known-event";
import { knownText } from "../../../src/core/runbooks/known-event";

const reading = { compile: createTextPattern, isAnchored: false };
type Case = readonly [PredicateOperator, string, Truth];

const CASES: Readonly<Record<KnownText["extent"], readonly [string, ...Case[]]>> = {
	whole: [
		"C:\\Windows\\Reg.exe",
		["eq", "c:\\windows\\reg.EXE", true],
		["eq", "reg.exe", false],
		["ne", "reg.exe", true],
		["starts_with", "D:", false],
		["ends_with", "\\reg.exe", true],
		["contains", "system", false],
		["wildcard", "C:\\*\\re?.exe", true],
		["wildcard", "*\\reg", false],
		["regex_match", "(?i)reg\\.exe$", true],
		["regex_match", "nothing", undefined],
		["exists", "", true],
		["gt", "3", undefined],
	],
	line: [
		"net user x /add",
		["contains", "user x", true],
		["contains", "localgroup", false],
		["starts_with", "net user", true],
		["starts_with", "C:\\", undefined],
		["eq", "net.exe user x /add", undefined],
		["wildcard", "*user*/add*", true],
		["wildcard", "*group*", false],
		["wildcard", "net1*", undefined],
		["match", "use", false],
		["match", "user", true],
	],
	end: [
		"\\AppData\\x.dll",
		["ends_with", "\\x.dll", true],
		["ends_with", "\\Users\\a\\AppData\\x.dll", undefined],
		["ends_with", ".exe", false],
		["contains", "\\appdata\\", true],
		["contains", "\\temp\\", undefined],
		["starts_with", "C:", undefined],
		["eq", "C:\\AppData\\x.dll", undefined],
		["eq", "C:\\other.dll", false],
		["wildcard", "*\\x.dll", true],
	],
	part: [
		"copy %src% b",
		["contains", "copy", true],
		["contains", "mimikatz", undefined],
		["ends_with", "b", undefined],
		["eq", "copy %src% b", undefined],
		["ne", "x", undefined],
	],
};

describe.each(Object.entries(CASES))("of what is known as %s", (extent, [text, ...cases]) => {
	it.each(cases)("%s %s is %s", (op, value, truth) => {
		const known = knownText(extent as KnownText["extent"], text);
		expect(compareKnown(op, value, known, reading)).toBe(truth);
	});
});

it("what holds for one spelling holds, and what holds for none does not", () => {
	const known = knownText("whole", "HKLM\\A", "HKEY_LOCAL_MACHINE\\A");
	expect(compareKnown("starts_with", "HKEY", known, reading)).toBe(true);
	expect(compareKnown("starts_with", "HKU", known, reading)).toBe(false);
});

it("an expression that is anchored needs the whole text", () => {
	const anchored = { ...reading, isAnchored: true };
	expect(compareKnown("regex_match", "reg.*", knownText("whole", "reg.exe"), anchored)).toBe(true);
	expect(compareKnown("regex_match", "add.*", knownText("line", "reg add x"), anchored)).toBe(
		undefined,
	);
});

import { expect, test } from "vitest";
import { scanYaraL } from "../../../../src/core/languages/yara-l/scan-yara-l";

function scan(text: string): readonly (readonly [string, string])[] {
	return scanYaraL(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

test("a slash is a regular expression behind an operator, a division behind a value", () => {
	expect(scan("$e.a = /x{2}\\/}/ nocase")).toEqual([
		["word", "$e"],
		["symbol", "."],
		["word", "a"],
		["symbol", "="],
		["regex", "/x{2}\\/}/"],
		["word", "nocase"],
	]);
	expect(scan("$a / 2 / $b").filter(([kind]) => kind === "regex")).toEqual([]);
});

test("comments hold no tokens, a string ends with its line, a raw string with its backtick", () => {
	expect(scan('// "a\n/* } */ "b\n`c\n"d` x')).toEqual([
		["string", '"b'],
		["raw", '`c\n"d`'],
		["word", "x"],
	]);
});

test("two signs are one operator, a number keeps its unit, a word its sigil", () => {
	expect(scan("#e >= 0x1F and %list.a != 5m")).toEqual([
		["word", "#e"],
		["symbol", ">="],
		["number", "0x1F"],
		["word", "and"],
		["word", "%list"],
		["symbol", "."],
		["word", "a"],
		["symbol", "!="],
		["number", "5m"],
	]);
});

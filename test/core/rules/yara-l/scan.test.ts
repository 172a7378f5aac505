import { expect, test } from "vitest";
import { parseYaraL } from "../../../../src/core/rules/yara-l/parse-yara-l";
import { scanYaraL } from "../../../../src/core/rules/yara-l/scan-yara-l";

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

test("metadata is read whatever its spacing, commented-out lines are not", () => {
	const [rule] = parseYaraL(
		'rule r{meta:a="1" b = "x\\"y"\n//c="2"\n/* d="3" */ e=`r` f = 5 // five\n g = true events: $e condition: $e}',
	);
	expect(rule?.meta.map(({ key, value }) => [key, value])).toEqual([
		["a", "1"],
		["b", 'x"y'],
		["e", "r"],
		["f", "5"],
		["g", "true"],
	]);
	expect(rule?.sections).toEqual(["meta", "events", "condition"]);
	expect(rule?.closed).toBe(true);
});

test("a section's name inside a section is a word", () => {
	const [rule] = parseYaraL("rule r { events: if($a, { match: 1 }) condition: $e }");
	expect(rule?.sections).toEqual(["events", "condition"]);
});

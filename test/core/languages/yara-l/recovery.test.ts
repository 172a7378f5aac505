import { expect, test } from "vitest";
import { listOpaque } from "../../../../src/core/languages/list-predicates";
import { parseYaraL } from "../../../../src/core/languages/yara-l/parse-yara-l";
import { NO_CONTEXT, showPredicates } from "../query-building";
import { buildRule } from "./read-yara-l";

const NEXT = '$e.c.d = "y"';

test.each([
	["a value", "$e.a.b ="],
	["a list", "$e.a.b in cidr"],
	["the end of a text", '$e.a.b = "x'],
	["the end of a text with an escape", '$e.a.b = "x\\"'],
	["the end of a raw text", "re.regex($e.a.b, `x)"],
	["the end of a regular expression", "$e.a.b = /x\\.y"],
	["an operator", '$e.a.b contains "x"'],
	["an operator with a regular expression", "$e.a.b like `x`"],
])("where %s is missing there is no predicate, and the next line stays", (_what, broken) => {
	const text = buildRule(`$e.m.n = "z"\n${broken}\n${NEXT}`, "$e");
	const parsed = parseYaraL(text, NO_CONTEXT);
	expect(showPredicates(parsed).filter((line) => !/^[mc]\.[nd] /.test(line))).toEqual([]);
	expect(showPredicates(parsed)).toContain('m.n eq= "z"');
	expect(listOpaque(parsed.detection).length).toBeGreaterThan(0);
	expect(parsed.problems.some(({ severity }) => severity === "error")).toBe(true);
});

test.each(["$e.a.b =", "$e.a.b in cidr", '$e.a.b = "x', "$e.a.b = /x", '$e.a.b contains "x"'])(
	"%s costs only its own line",
	(broken) => {
		const parsed = parseYaraL(buildRule(`${broken}\n${NEXT}`, "$e"), NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(['c.d eq= "y"']);
		const [{ span } = { span: { start: 0 } }] = parsed.problems;
		expect(span.start).toBeGreaterThanOrEqual(buildRule("", "").indexOf("events:"));
	},
);

test.each(['$e.a.b = "x" and', '$e.a.b = "x" or', "not $e.a.b = /y/ and"])(
	"a section is no part of %s before it",
	(broken) => {
		const parsed = parseYaraL(buildRule(broken, "#e > 5", "$u over 5m"), NO_CONTEXT);
		expect(showPredicates(parsed)).toHaveLength(2);
		expect(parsed.detection).toMatchObject({ kind: "aggregate", window: "5m" });
		expect(parsed.problems).toMatchObject([{ message: "a value is missing here" }]);
	},
);

test("values that go on in the next line are whole", () => {
	const parsed = parseYaraL(buildRule('$e.a.b =\n"x"\n$e.c.d\n= "y"', "$e"), NO_CONTEXT);
	expect(showPredicates(parsed)).toEqual(['a.b eq= "x"', 'c.d eq= "y"']);
	expect(parsed.problems).toEqual([]);
});

test("single and bent quotation marks are told, and read as straight double ones", () => {
	const parsed = parseYaraL(buildRule("$e.a.b = 'x y'\n$e.c.d = \u201Cz\u201D", "$e"), NO_CONTEXT);
	expect(showPredicates(parsed)).toEqual(['a.b eq= "x y"', 'c.d eq= "z"']);
	expect(parsed.problems).toHaveLength(2);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileProgram } from "../../../src/core/query/patterns/compile-program";
import { createTester } from "../../../src/core/query/patterns/create-tester";
import { parsePattern } from "../../../src/core/query/patterns/parse-pattern";
import type { PatternNode } from "../../../src/core/query/patterns/pattern-tree";
import { runProgram } from "../../../src/core/query/patterns/run-program";
import { createTextPattern, type TextPattern } from "../../../src/core/query/patterns/text-pattern";

function patternOf(source: string): TextPattern {
	const pattern = createTextPattern(source);
	if (typeof pattern === "string") throw new Error(`${source}: ${pattern}`);
	return pattern;
}

/** Patterns of which the engine and the program below are asked the same. */
const pattern = fc.letrec<{ p: string }>((tie) => ({
	p: fc.oneof(
		{ depthSize: "small" },
		fc.constantFrom(
			"a",
			"b",
			".",
			"\\d",
			"[ab]",
			"[^a]",
			"\\w",
			"\\.",
			"c",
			"\\u0061",
			"[\\]x]",
			"{",
			"\\s",
		),
		fc.constantFrom("^", "$", "\\b", "\\B", ""),
		fc.array(tie("p"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
		fc.tuple(tie("p"), tie("p")).map(([left, right]) => `(?:${left}|${right})`),
		tie("p").map((inner) => `(${inner})`),
		fc
			.tuple(
				tie("p"),
				fc.constantFrom("*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,3}?", "{2,}"),
			)
			.map(([inner, sign]) => `(?:${inner})${sign}`),
	),
})).p;
const text = fc.string({
	unit: fc.constantFrom("a", "b", "c", "1", ".", " ", "x", "\n"),
	maxLength: 8,
});

/** Whether something that can be empty is repeated. */
function repeatsNothing(node: PatternNode): boolean {
	if (node.type === "repeat") return isNullable(node.inner) || repeatsNothing(node.inner);
	if (node.type === "group") return repeatsNothing(node.inner);
	if (node.type === "sequence") return node.parts.some(repeatsNothing);
	return node.type === "choice" && node.options.some(repeatsNothing);
}

function isNullable(node: PatternNode): boolean {
	if (node.type === "unit") return false;
	if (node.type === "repeat") return node.min === 0 || isNullable(node.inner);
	if (node.type === "group") return isNullable(node.inner);
	if (node.type === "sequence") return node.parts.every(isNullable);
	return node.type !== "choice" || node.options.some(isNullable);
}

describe("a pattern followed side by side", () => {
	test("finds the match that the engine finds", () => {
		fc.assert(
			fc.property(pattern, text, (source, subject) => {
				const parsed = parsePattern(source);
				const steps = parsed && compileProgram(parsed);
				if (parsed === undefined || steps === undefined) return;
				const marks = runProgram(steps, subject, 0, (parsed.groups + 1) * 2);
				const match = new RegExp(source).exec(subject);
				expect(marks?.[0]).toBe(match?.index);
				// The engine turns back where a repeated part takes nothing, which only changes how far a match goes.
				if (repeatsNothing(parsed.root)) return;
				expect(marks?.[1]).toBe(match === null ? undefined : match.index + match[0].length);
			}),
			{ numRuns: 5000 },
		);
	});

	test("says of any text whether the engine finds something in it", () => {
		fc.assert(
			fc.property(pattern, fc.array(text, { maxLength: 4 }), (source, subjects) => {
				const parsed = parsePattern(source);
				const steps = parsed && compileProgram(parsed);
				const tester = steps && createTester(steps);
				if (tester === undefined) return;
				// In turn over one tester, because it learns from each text.
				for (const subject of ["", ...subjects, ...subjects]) {
					expect(tester(subject)).toBe(new RegExp(source).test(subject));
				}
			}),
			{ numRuns: 5000 },
		);
	});

	test("says so of many texts of many signs, more than it remembers", () => {
		const pattern = patternOf("(?:.*x){3}$");
		for (let first = 0; first < 60_000; first += 500) {
			const signs = Array.from({ length: 500 }, (_, at) => String.fromCharCode(first + at));
			const subject = signs.join("").replace(/[\n\r\u2028\u2029]/g, "");
			expect(pattern.test(`${subject}x${subject}x${subject}x`)).toBe(true);
			expect(pattern.test(`x${subject}x${subject}xy`)).toBe(false);
		}
	});

	test.each([
		["(a+)+$", "aaa b aaa", "[$1]"],
		["(?:(a)|(b))+", "abcab", "<$1|$2>"],
		["(?<first>\\w+) (?<second>\\w+)", "one two  three four", "$<second> $<first>"],
		["x*", "axb", "-"],
		["(a|ab)(c|bcd)(d*)", "abcd", "$1,$2,$3,$4,$10,$$,$&,$`,$'"],
		["\\bT(\\d+)(?:\\.(\\d+))?\\b", "T1021.004 and T1110", "$2/$1"],
	])("replaces %s in %j as the engine does", (source, subject, replacement) => {
		const long = ` ${"-".repeat(600)} `;
		const native = (value: string): string => value.replace(new RegExp(source, "g"), replacement);
		expect(patternOf(source).replace(subject, replacement)).toBe(native(subject));
		expect(patternOf(source).replace(subject + long, replacement)).toBe(native(subject + long));
	});

	test.each([
		["\\d+", "a1b22c"],
		["(-)", "a-b"],
		["(-)?", "a-bc"],
		["", "abc"],
		["x*", "axxb"],
		["(a+)+", "baab"],
		[",", ""],
		["a|$", "bab"],
	])("splits by %j as the engine does", (source, subject) => {
		const native = (value: string, limit?: number): string[] =>
			value.split(new RegExp(source), limit).map((piece: string | undefined) => piece ?? "");
		for (const value of [subject, subject === "" ? "" : `${subject}${"~".repeat(600)}`]) {
			expect(patternOf(source).split(value)).toEqual(native(value));
			expect(patternOf(source).split(value, 2)).toEqual(native(value, 2));
		}
	});

	test("never takes long over many short texts", () => {
		for (const [source, subject] of [
			["(.*)(.*)(.*)(.*)(.*)[0-9]x", "a".repeat(400)],
			["(a{1,20}){1,20}b", "a".repeat(400)],
			["([a-z]{0,30}){30}1", "a".repeat(300)],
			[`${"a?".repeat(40)}${"a".repeat(40)}b`, "a".repeat(40)],
			[`${"(?:a|a)".repeat(40)}b`, "a".repeat(60)],
			[".*.*.*.*.*b", "a".repeat(200)],
		] as const) {
			const pattern = patternOf(source);
			for (let round = 0; round < 300; round++) {
				expect(pattern.test(subject)).toBe(false);
				expect(pattern.replace(subject, "")).toBe(subject);
				expect(pattern.split(subject)).toEqual([subject]);
			}
		}
	});

	test("never takes long", () => {
		const subject = `${"a".repeat(20_000)}!`;
		for (const source of [
			"(a+)+$",
			"^(a|a)*$",
			"(.*a){12}$",
			"a*a*a*a*b",
			"^(([a-z])+.)+[A-Z]([a-z])+$",
		]) {
			expect(patternOf(source).test(subject)).toBe(false);
		}
		expect(patternOf(".*a.*a.*b").test(subject)).toBe(false);
	});
});

describe("a text that is no usable pattern", () => {
	test.each([
		["(", "syntax"],
		["a**", "syntax"],
		["(a+)\\1+", "slow"],
		["(?=a+)*b", "slow"],
		["(?:a{1000}){1000,}", "slow"],
	])("%s is refused: %s", (source, fault) => {
		expect(createTextPattern(source)).toBe(fault);
	});

	test("unless it is harmless", () => {
		expect(patternOf("(a)\\1").test("aa")).toBe(true);
		expect(patternOf("a(?!b)").test("ab")).toBe(false);
	});
});

import { compileProgram, type Step } from "./compile-program";
import { countWays } from "./count-ways";
import { createTester } from "./create-tester";
import { expandReplacement } from "./expand-replacement";
import { parsePattern } from "./parse-pattern";
import type { Pattern } from "./pattern-tree";
import { runProgram, type Marks } from "./run-program";

/** A regular expression that takes no more than linear time. */
export interface TextPattern {
	test(text: string): boolean;
	/** Every match replaced, as `String.replace` does with a global expression. */
	replace(text: string, replacement: string): string;
	/** The pieces between matches with what the groups caught, as `String.split` does. */
	split(text: string, limit?: number): string[];
}

/** Why a text is no pattern that can be used. */
export type PatternFault = "syntax" | "slow";

/** So many ways for each unit of a text are the engine's, whatever is asked. */
const FEW_WAYS = 64;

/** So many ways through a text are the engine's where it has to be known what fits; the program takes longer for fewer. */
const WAYS_TO_MARK = 1_000_000;

/**
 * Compiles a regular expression (ECMAScript syntax). Where the engine's own matching could take long, all ways through the pattern are
 * followed side by side instead; `slow` is a pattern that would take long and cannot be followed so.
 */
export function createTextPattern(source: string): TextPattern | PatternFault {
	const native = compileNative(source);
	if (native === undefined) return "syntax";
	const pattern = parsePattern(source);
	const steps = pattern === undefined ? undefined : compileProgram(pattern);
	if (pattern === undefined || steps === undefined) return mayRunAway(source) ? "slow" : native;
	return chooseByWays(pattern, native, steps);
}

/** A text that the engine has few ways through is the engine's. Others are asked first whether anything in them fits at all. */
function chooseByWays(pattern: Pattern, native: TextPattern, steps: readonly Step[]): TextPattern {
	const linear = createLinear(pattern, steps);
	const { factor, degree } = countWays(pattern);
	const waysThrough = (text: string): number => factor * (text.length + 1) ** degree;
	const choose = (text: string): TextPattern =>
		waysThrough(text) <= WAYS_TO_MARK ? native : linear;
	const tester = createTester(steps) ?? ((text: string): boolean => choose(text).test(text));
	const test = (text: string): boolean =>
		waysThrough(text) <= FEW_WAYS * (text.length + 1) ? native.test(text) : tester(text);
	return {
		test,
		replace: (text, replacement) => (test(text) ? choose(text).replace(text, replacement) : text),
		split: (text, limit) =>
			text === "" || test(text)
				? choose(text).split(text, limit)
				: [text].slice(0, limit === undefined ? 1 : limit >>> 0),
	};
}

function compileNative(source: string): TextPattern | undefined {
	try {
		const once = new RegExp(source);
		const all = new RegExp(source, "g");
		return {
			test: (text) => once.test(text),
			replace: (text, replacement) => text.replace(all, replacement),
			split: (text, limit) => {
				const pieces: readonly (string | undefined)[] = text.split(once, limit);
				return pieces.map((piece) => piece ?? "");
			},
		};
	} catch {
		return undefined;
	}
}

function createLinear(pattern: Pattern, steps: readonly Step[]): TextPattern {
	const slots = (pattern.groups + 1) * 2;
	const find = (text: string, from: number): Marks | undefined =>
		runProgram(steps, text, from, slots);
	return {
		test: (text) => find(text, 0) !== undefined,
		replace(text, replacement) {
			let result = "";
			let copied = 0;
			for (let marks = find(text, 0); marks !== undefined;) {
				const [start = 0, end = 0] = marks;
				result += text.slice(copied, start);
				result += expandReplacement(replacement, text, marks, pattern.names);
				copied = end;
				const next = end === start ? end + 1 : end;
				marks = next > text.length ? undefined : find(text, next);
			}
			return result + text.slice(copied);
		},
		split: (text, limit) =>
			splitBy(text, find).slice(0, limit === undefined ? undefined : limit >>> 0),
	};
}

/** ECMAScript's `RegExp.prototype[Symbol.split]`: a match of nothing parts only two characters. */
function splitBy(text: string, find: (text: string, from: number) => Marks | undefined): string[] {
	if (text === "") return find(text, 0) === undefined ? [""] : [];
	const pieces: string[] = [];
	let piece = 0;
	for (let from = 0; from < text.length;) {
		const marks = find(text, from);
		const [start = 0, end = 0] = marks ?? [];
		if (marks === undefined || start >= text.length) break;
		if (end === piece) {
			from = start + 1;
			continue;
		}
		pieces.push(text.slice(piece, start));
		for (let slot = 2; slot < marks.length; slot += 2) pieces.push(caught(text, marks, slot));
		piece = end;
		from = end;
	}
	pieces.push(text.slice(piece));
	return pieces;
}

function caught(text: string, marks: Marks, slot: number): string {
	const [start = -1, end = -1] = marks.slice(slot, slot + 2);
	return start === -1 || end === -1 ? "" : text.slice(start, end);
}

/** A guess at patterns that cannot be taken apart: whether anything in them repeats a group, or two things repeat without bound. */
function mayRunAway(source: string): boolean {
	const plain = withoutClasses(source);
	return /\)(?:[*+]|\{\d*,)/.test(plain) || (plain.match(/[*+]|\{\d*,\}/g) ?? []).length > 1;
}

/** The pattern with an `x` for each class and each escaped character. */
function withoutClasses(source: string): string {
	let plain = "";
	let isClass = false;
	for (let at = 0; at < source.length; at++) {
		const char = source.charAt(at);
		if (char === "\\") at++;
		if (isClass) isClass = char !== "]";
		else {
			isClass = char === "[";
			plain += isClass || char === "\\" ? "x" : char;
		}
	}
	return plain;
}

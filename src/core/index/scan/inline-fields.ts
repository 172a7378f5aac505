import { cleanFieldKey } from "../literals/names";
import type { RawField } from "../note-record";
import { keepText } from "../../text/keep-text";

/** Longer lines are left alone, as Dataview does. */
const LONGEST_LINE = 32_768;

/** Dates behind an emoji, as the Tasks plugin writes them; the key of each is Dataview's. */
const TASK_DATES: readonly (readonly [key: string, pattern: RegExp])[] = [
	["created", /\u{2795}\s*(\d{4}-\d{2}-\d{2})/u],
	["start", /\u{1F6EB}\s*(\d{4}-\d{2}-\d{2})/u],
	["scheduled", /[\u{23F3}\u{231B}]\s*(\d{4}-\d{2}-\d{2})/u],
	// The mark for pictures behind any sign counts too.
	["due", /[\uFE0F\u{1F4C5}\u{1F4C6}\u{1F5D3}]\s*(\d{4}-\d{2}-\d{2})/u],
	["completion", /\u{2705}\s*(\d{4}-\d{2}-\d{2})/u],
];

/** The emoji before such a date. */
export const DATE_MARK = /[\ufe0f\u231b\u23f3\u2705\u2795]|\ud83d[\uddd3\udcc5\udcc6\udeeb]/;

/** Tells whether anything in a text may be an inline field or such a date. */
export function mayHoldFields(text: string): boolean {
	return text.includes("::") || DATE_MARK.test(text);
}

interface Placed {
	readonly start: number;
	readonly field: RawField;
}

/** Gives the inline fields of a line of text: those in brackets, or where there are none the one that is the whole line. */
export function lineFields(line: string): RawField[] {
	if (line.length > LONGEST_LINE) return [];
	const bracketed = bracketedFields(line);
	if (bracketed.length > 0) return bracketed.map((placed) => placed.field).filter(hasKey);
	return wholeLineField(line);
}

/** Gives the inline fields of a list item's text; tasks have no whole-line field, but the dates behind an emoji. */
export function itemFields(text: string, isTask: boolean): RawField[] {
	if (text.length > LONGEST_LINE) return [];
	const placed = text.includes("::") ? bracketedFields(text) : [];
	const all = [...placed, ...dateFields(text)].sort((a, b) => a.start - b.start);
	if (all.length > 0) return all.map((entry) => entry.field).filter(hasKey);
	return isTask || !text.includes("::") ? [] : wholeLineField(text);
}

/** A key that is nothing but decoration cannot be asked for. */
function hasKey([key]: RawField): boolean {
	return key !== "";
}

function wholeLineField(text: string): RawField[] {
	const separator = text.indexOf("::");
	if (separator === -1) return [];
	const key = cleanFieldKey(text.slice(0, separator).trim());
	if (key === undefined || key === "") return [];
	return [[keepText(key), keepText(text.slice(separator + 2).trim())]];
}

function bracketedFields(line: string): Placed[] {
	// Most lines with two colons are code, in which they stand in no brackets.
	const last = line.lastIndexOf("::");
	if (!/[[(]/.test(line.slice(0, last)) || !/[\])]/.test(line)) return [];
	const closings = matchBrackets(line);
	const found: Placed[] = [];
	for (const open of ["[", "("]) {
		let next = line.indexOf(open);
		while (next !== -1) {
			const end = readBracketed(line, next, closings, found);
			next = line.indexOf(open, end ?? next + 1);
		}
	}
	return found.sort((a, b) => a.start - b.start);
}

/** Reads `[key:: value]` at its bracket; gives the offset behind it, or undefined where it is no field. */
function readBracketed(
	line: string,
	start: number,
	closings: ReadonlyMap<number, number>,
	found: Placed[],
): number | undefined {
	const close = closings.get(start);
	if (close === undefined) return undefined;
	for (let at = start + 1; at < close; at++) {
		const char = line.charAt(at);
		if (char === "[" || char === "]" || char === "(" || char === ")") return undefined;
		if (char !== ":" || line.charAt(at + 1) !== ":") continue;
		const key = line.slice(start + 1, at).trim();
		const value = line.slice(at + 2, close).trim();
		found.push({ start, field: [keepText(key), keepText(value)] });
		return close + 1;
	}
	return undefined;
}

/** The offset of the closing bracket of each opening one; the two kinds do not mind each other, and `\` escapes. */
function matchBrackets(line: string): Map<number, number> {
	const closings = new Map<number, number>();
	const square: number[] = [];
	const round: number[] = [];
	for (const { 0: char, index: at } of line.matchAll(/\\.|[[\]()]/gs)) {
		if (char.startsWith("\\")) continue;
		const opened = char === "[" || char === "]" ? square : round;
		if (char === "[" || char === "(") opened.push(at);
		else {
			const start = opened.pop();
			if (start !== undefined) closings.set(start, at);
		}
	}
	return closings;
}

function dateFields(text: string): Placed[] {
	const found: Placed[] = [];
	if (!/[^\0-\x7f]/.test(text)) return found;
	for (const [key, pattern] of TASK_DATES) {
		const match = pattern.exec(text);
		if (match?.[1] !== undefined) found.push({ start: match.index, field: [key, match[1]] });
	}
	return found;
}

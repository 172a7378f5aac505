import type { Value } from "../../model/value";
import { readDate, type DateReading, type Found } from "./date-literal";
import { readNormalisedDuration } from "./duration-literal";
import { readLink } from "./link-literal";
import { endOfTag } from "./names";

const NUMBER = /-?\d+(?:\.\d+)?/y;
const BOOLEAN = /true|false|True|False/y;
const COMMA = /\s*,\s*/y;

/**
 * Gives the value of an inline field's text: a date, duration, quoted string, tag, link, boolean or number, a list of these behind
 * commas, else the text itself; null where there is no text. The rules are Dataview 0.5.70's, to which the word `null` is a text.
 */
export function parseInlineValue(text: string, reading: DateReading): Value {
	if (text.trim() === "") return null;
	const found = readInlineValue(text, reading);
	return found?.end === text.length ? found.value : text;
}

/** Reads an inline field's value at the start of a text; what follows it is left to the caller. */
export function readInlineValue(text: string, reading: DateReading): Found<Value> | undefined {
	const first = readAtom(text, 0, reading);
	if (first === undefined) return undefined;
	let end = endOfComma(text, first.end);
	if (end === undefined) return first;
	const values = [first.value];
	for (;;) {
		const next = readAtom(text, end, reading);
		if (next === undefined) break;
		values.push(next.value);
		const comma = endOfComma(text, next.end);
		// A comma belongs to the list only where another value follows it.
		if (comma === undefined || readAtom(text, comma, reading) === undefined) {
			return { value: values, end: next.end };
		}
		end = comma;
	}
	return { value: values, end };
}

/** Reads a double-quoted string at an offset; `\"` and `\\` are escapes, other backslashes stay. */
export function readQuoted(text: string, at: number): Found<string> | undefined {
	if (text.charAt(at) !== '"') return undefined;
	let value = "";
	for (let index = at + 1; index < text.length; index++) {
		const char = text.charAt(index);
		if (char === '"') return { value, end: index + 1 };
		if (char !== "\\") {
			value += char;
			continue;
		}
		const escaped = text.charAt(++index);
		if (escaped === "") return undefined;
		value += escaped === '"' || escaped === "\\" ? escaped : `\\${escaped}`;
	}
	return undefined;
}

/** Reads `true` or `false`, or these with a capital, at an offset. */
export function readBoolean(text: string, at: number): Found<boolean> | undefined {
	const end = endOf(BOOLEAN, text, at);
	return end === undefined ? undefined : { value: text.charAt(at).toLowerCase() === "t", end };
}

/** Reads a decimal number, with a sign where it is negative, at an offset. */
export function readNumber(text: string, at: number): Found<number> | undefined {
	const end = endOf(NUMBER, text, at);
	return end === undefined ? undefined : { value: Number(text.slice(at, end)), end };
}

function readAtom(text: string, at: number, reading: DateReading): Found<Value> | undefined {
	return (
		readDate(text, at, reading) ??
		readNormalisedDuration(text, at) ??
		readQuoted(text, at) ??
		readTag(text, at) ??
		readLink(text, at, true) ??
		readBoolean(text, at) ??
		readNumber(text, at) ??
		(text.startsWith("null", at) ? { value: "null", end: at + 4 } : undefined)
	);
}

function readTag(text: string, at: number): Found<string> | undefined {
	const end = endOfTag(text, at);
	return end === undefined ? undefined : { value: text.slice(at, end), end };
}

function endOfComma(text: string, at: number): number | undefined {
	return endOf(COMMA, text, at);
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}

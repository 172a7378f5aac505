import { endOfMatch } from "../syntax/scan-text";
import type { Token } from "../syntax/token";

/**
 * A token of Lucene's query syntax: `word` is a term in which a backslash takes the next character with it, `quoted` a phrase, `regex` stands
 * between slashes, `suffix` is a boost, a fuzziness or a distance directly behind a term, `sign` is punctuation.
 */
export type LuceneToken = Token<"word" | "quoted" | "regex" | "suffix" | "sign">;

const SIGN = /&&|\|\||[<>]=?|[()[\]{}:+\-!]/y;
const SUFFIX = /[~^](?:\d+(?:\.\d*)?|\.\d+)?/y;

/**
 * Takes a query into tokens. `+`, `-`, `!`, `/` and `<` are special at the start of a term only, and in a range nothing is but its
 * closing bracket. A phrase that is never closed ends with its line.
 */
export function scanLucene(text: string): readonly LuceneToken[] {
	const tokens: LuceneToken[] = [];
	let isRange = false;
	let at = 0;
	while (at < text.length) {
		if (isSpace(text.charCodeAt(at))) {
			at++;
			continue;
		}
		const isAttached = tokens.at(-1)?.end === at;
		const { kind, end } = isRange ? scanBound(text, at) : scanClause(text, at, isAttached);
		const token: LuceneToken = { kind, text: text.slice(at, end), start: at, end };
		if (kind === "sign") isRange = token.text === "[" || token.text === "{";
		tokens.push(token);
		at = end;
	}
	return tokens;
}

interface Scanned {
	readonly kind: LuceneToken["kind"];
	readonly end: number;
}

function scanClause(text: string, at: number, isAttached: boolean): Scanned {
	if (text[at] === '"') return { kind: "quoted", end: endOfPhrase(text, at) };
	const suffix = isAttached ? endOfMatch(SUFFIX, text, at) : at;
	if (suffix > at) return { kind: "suffix", end: suffix };
	const sign = endOfMatch(SIGN, text, at);
	if (sign > at) return { kind: "sign", end: sign };
	if (text[at] === "/") {
		const end = endOfRegex(text, at);
		if (end > at) return { kind: "regex", end };
	}
	const end = endOfWord(text, at, '()[]{}":^~');
	return end > at ? { kind: "word", end } : { kind: "sign", end: at + 1 };
}

function scanBound(text: string, at: number): Scanned {
	const character = text.charAt(at);
	if (character === "]" || character === "}") return { kind: "sign", end: at + 1 };
	if (character === '"') return { kind: "quoted", end: endOfPhrase(text, at) };
	return { kind: "word", end: Math.max(at + 1, endOfWord(text, at, "]}")) };
}

function endOfWord(text: string, start: number, stops: string): number {
	let at = start;
	for (; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === "\\" && at + 1 < text.length) at++;
		else if (stops.includes(character) || isSpace(text.charCodeAt(at))) break;
	}
	return at;
}

function endOfPhrase(text: string, start: number): number {
	let lineEnd = -1;
	for (let at = start + 1; at < text.length; at++) {
		const character = text[at];
		if (character === "\\") at++;
		else if (character === '"') return at + 1;
		else if (lineEnd < 0 && character === "\n") lineEnd = at;
	}
	return lineEnd < 0 ? text.length : lineEnd;
}

/** Gives the offset behind an expression's closing slash, or `start` where none stands on the line. */
function endOfRegex(text: string, start: number): number {
	for (let at = start + 1; at < text.length && text[at] !== "\n"; at++) {
		if (text[at] === "\\") at++;
		else if (text[at] === "/") return at > start + 1 ? at + 1 : start;
	}
	return start;
}

function isSpace(code: number): boolean {
	return code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff;
}

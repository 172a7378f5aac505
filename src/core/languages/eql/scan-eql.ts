import { cutToken, endOfMatch, endOfTriple, scanTokens } from "../syntax/scan-text";
import type { Token } from "../syntax/token";

/**
 * A token of EQL: `word` is a plain identifier or keyword, with the `~` that asks to fold case; `name` is a field that is more than a word:
 * a dotted path, optional (`?x`), in backticks, with an index.
 */
export type EqlToken = Token<"word" | "name" | "string" | "number" | "sign">;

const QUOTE = 0x22;
const DOLLAR = 0x24;
const APOSTROPHE = 0x27;
const DOT = 0x2e;
const QUESTION = 0x3f;

const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/iy;
/** Letters, digits, `_`, `@`, `$` and whatever is not ASCII. */
const WORD = /[$@\w\u00a1-\u1fff\u2010-\u2027\u2030-\u2fff\u3001-\ufefe\uff00-\uffff]+/y;
const QUOTED_NAME = /`(?:[^`\n]|``)*`?/y;
const INDEX = /\[\s*\d+\s*\]/y;
/** Signs of two characters that do not end with `=`. */
const PAIRS = new Set(["!:", "&&", "||"]);
/** Up to the quote, else to the end of the line. */
const STRING = /"[^"\\\n]*(?:\\[^\n]?[^"\\\n]*)*"?/y;
const OLD_STRING = /'[^'\\\n]*(?:\\[^\n]?[^'\\\n]*)*'?/y;

/**
 * Takes an EQL query into tokens; comments, line and block, have none. A string or a quoted name that is never closed ends with its line, a
 * comment with the text.
 */
export function scanEql(text: string): readonly EqlToken[] {
	return scanTokens(text, scanToken);
}

function scanToken(text: string, at: number): EqlToken {
	const code = text.charCodeAt(at);
	const isOptional = code === QUESTION;
	const first = isOptional ? text.charCodeAt(at + 1) : code;
	if (first === QUOTE || first === APOSTROPHE)
		return cutToken("string", text, at, endOfString(text, at));
	if (isDigit(code) || code === DOT) {
		const number = endOfMatch(NUMBER, text, at);
		if (number > at) return cutToken("number", text, at, number);
	}
	// What stands before the letters in ASCII is a sign, but for digits and `$`.
	if (first > QUESTION || first === DOLLAR || isDigit(first)) {
		const from = isOptional ? at + 1 : at;
		const segment = endOfSegment(text, from);
		if (segment > from) return scanName(text, at, segment);
	}
	const next = text[at + 1];
	const character = text.charAt(at);
	const isPair = next === "=" ? "=!<>".includes(character) : PAIRS.has(character + (next ?? ""));
	return cutToken("sign", text, at, at + (isPair ? 2 : 1));
}

function isDigit(code: number): boolean {
	return code >= 0x30 && code <= 0x39;
}

function scanName(text: string, start: number, segment: number): EqlToken {
	let end = segment;
	for (;;) {
		const index = text[end] === "[" ? endOfMatch(INDEX, text, end) : end;
		const next = text[end] === "." ? endOfSegment(text, end + 1) : end + 1;
		if (index > end) end = index;
		else if (next > end + 1) end = next;
		else break;
	}
	const isWord = end === segment && text[start] !== "?" && text[start] !== "`";
	if (isWord && text[end] === "~") end++;
	return cutToken(isWord ? "word" : "name", text, start, end);
}

function endOfSegment(text: string, at: number): number {
	return endOfMatch(text[at] === "`" ? QUOTED_NAME : WORD, text, at);
}

function endOfString(text: string, at: number): number {
	if (text[at] === "?") return endOfRaw(text, at + 1);
	if (text.startsWith('"""', at)) return endOfTripled(text, at);
	return endOfMatch(text[at] === '"' ? STRING : OLD_STRING, text, at);
}

/** As `endOfTriple`, but no longer than the line. */
function endOfTripled(text: string, at: number): number {
	const end = endOfTriple(text, at);
	const line = text.slice(at, end).indexOf("\n");
	return line < 0 ? end : at + line;
}

/** A raw string of the older EQL, `?"…"`: the backslash escapes the quote alone. */
function endOfRaw(text: string, at: number): number {
	const quote = text.charAt(at);
	for (let end = at + 1; end < text.length; end++) {
		if (text[end] === "\n") return end;
		if (text[end] === "\\" && text[end + 1] === quote) end++;
		else if (text[end] === quote) return end + 1;
	}
	return text.length;
}

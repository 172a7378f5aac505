import type { Token } from "../syntax/token";

/**
 * A token of EQL: `word` is a plain identifier or keyword, with the `~` that asks to fold case; `name` is a field that is more than a word:
 * a dotted path, optional (`?x`), in backticks, with an index.
 */
export type EqlToken = Token<"word" | "name" | "string" | "number" | "sign">;

const SPACE = /[\s\u200b\0]+/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/iy;
const WORD = /[$@\w\u0080-\uffff]+/y;
const INDEX = /\[\s*\d+\s*\]/y;

/**
 * Takes an EQL query into tokens; comments, line and block, have none. A string or a quoted name that is never closed ends with its line, a
 * comment with the text.
 */
export function scanEql(text: string): readonly EqlToken[] {
	const tokens: EqlToken[] = [];
	let at = 0;
	while (at < text.length) {
		const gap = endOfGap(text, at);
		if (gap > at) {
			at = gap;
			continue;
		}
		const { kind, end } = scanToken(text, at);
		tokens.push({ kind, text: text.slice(at, end), start: at, end });
		at = end;
	}
	return tokens;
}

function endOfGap(text: string, at: number): number {
	if (text[at] === "/" && text[at + 1] === "/") {
		const end = text.indexOf("\n", at);
		return end < 0 ? text.length : end;
	}
	if (text[at] === "/" && text[at + 1] === "*") {
		const end = text.indexOf("*/", at + 2);
		return end < 0 ? text.length : end + 2;
	}
	return endOf(SPACE, text, at);
}

interface Scanned {
	readonly kind: EqlToken["kind"];
	readonly end: number;
}

function scanToken(text: string, at: number): Scanned {
	const character = text.charAt(at);
	if (character === '"' || character === "'") return { kind: "string", end: endOfString(text, at) };
	if (character === "?" && /["']/.test(text.charAt(at + 1)))
		return { kind: "string", end: endOfRaw(text, at + 1) };
	const number = endOf(NUMBER, text, at);
	if (number > at) return { kind: "number", end: number };
	const optional = character === "?" ? at + 1 : at;
	const segment = endOfSegment(text, optional);
	if (segment > optional) return scanName(text, at, segment);
	const pair = text[at + 1] === "=" || (character === "!" && text[at + 1] === ":");
	return { kind: "sign", end: at + (pair && /[=!<>]/.test(character) ? 2 : 1) };
}

function scanName(text: string, start: number, segment: number): Scanned {
	let end = segment;
	for (;;) {
		const index = text[end] === "[" ? endOf(INDEX, text, end) : end;
		const next = text[end] === "." ? endOfSegment(text, end + 1) : end + 1;
		if (index > end) end = index;
		else if (next > end + 1) end = next;
		else break;
	}
	const isWord = end === segment && !/[?`]/.test(text.charAt(start));
	if (isWord && text[end] === "~") end++;
	return { kind: isWord ? "word" : "name", end };
}

function endOfSegment(text: string, at: number): number {
	if (text[at] !== "`") return endOf(WORD, text, at);
	for (let end = at + 1; end < text.length; end++) {
		if (text[end] === "\n") return end;
		if (text[end] !== "`") continue;
		if (text[end + 1] !== "`") return end + 1;
		end++;
	}
	return text.length;
}

function endOfString(text: string, at: number): number {
	if (text.startsWith('"""', at)) return endOfTripled(text, at);
	const quote = text.charAt(at);
	for (let end = at + 1; end < text.length; end++) {
		const character = text[end];
		if (character === quote) return end + 1;
		if (character === "\\" && text[end + 1] !== "\n") end++;
		else if (character === "\n") return end;
	}
	return text.length;
}

/** Up to two quotes before the closing three belong to the string. */
function endOfTripled(text: string, at: number): number {
	let end = at + 3;
	while (end < text.length && text[end] !== "\n" && !text.startsWith('"""', end)) end++;
	if (text[end] !== '"') return end;
	end += 3;
	for (let more = 0; more < 2 && text[end] === '"'; more++) end++;
	return end;
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

function endOf(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : at;
}

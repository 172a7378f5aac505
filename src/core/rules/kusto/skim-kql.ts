import { endOfLine } from "../../text/end-of-line";
import type { QueryToken } from "../query-token";

/** What a character begins; characters past ASCII are looked at one by one. */
const SPACE = 1;
const WORD = 2;
const DIGIT = 3;
const QUOTE = 4;
const SLASH = 5;
const AT = 6;
const OPENING = 7;
const CLOSING = 8;
const FENCE = 9;

const CLASSES = buildClasses();

/**
 * Reads a KQL text into what tells its statements apart: words, signs, comments and how deep in brackets they stand, in one pass; nothing
 * in it is an error.
 *
 * Zero-width characters are white space, since they stray into published queries. A string that is not closed ends with its line, so
 * that an apostrophe in stray prose spoils one line only; one between three backticks or tildes may span lines. Source: Kusto query
 * language reference, string literals and comments.
 */
export function skimKql(text: string): readonly QueryToken[] {
	const tokens: QueryToken[] = [];
	let depth = 0;
	let at = 0;
	while (at < text.length) {
		const start = at;
		const kind = classAt(text, at);
		if (kind === SPACE) {
			at++;
			continue;
		}
		const quoted = kind === WORD || kind === AT ? quoteBehind(text, at) : kind === QUOTE ? at : -1;
		if (quoted !== -1) {
			at = skipString(text, quoted, text[quoted - 1] === "@" && quoted > start);
			tokens.push({ kind: "string", start, end: at, text: "", depth });
		} else if (kind === WORD) {
			at = skipWord(text, at);
			tokens.push({ kind: "word", start, end: at, text: text.slice(start, at), depth });
		} else if (kind === DIGIT) {
			while (isWordPart(text, at) || text[at] === ".") at++;
			tokens.push({ kind: "number", start, end: at, text: "", depth });
		} else if (kind === SLASH && text[at + 1] === "/") {
			at = endOfLine(text, at);
			tokens.push({ kind: "comment", start, end: at, text: "", depth });
		} else if (kind === FENCE && isFence(text, at)) {
			const close = text.indexOf(text.slice(at, at + 3), at + 3);
			at = close === -1 ? text.length : close + 3;
			tokens.push({ kind: "string", start, end: at, text: "", depth });
		} else {
			at++;
			if (kind === CLOSING && depth > 0) depth--;
			tokens.push({ kind: "symbol", start, end: at, text: text[start] ?? "", depth });
			if (kind === OPENING) depth++;
		}
	}
	return tokens;
}

function buildClasses(): Uint8Array {
	const classes = new Uint8Array(128);
	const set = (characters: string, kind: number): void => {
		for (const character of characters) classes[character.charCodeAt(0)] = kind;
	};
	set(" \t\n\r\v\f", SPACE);
	set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$", WORD);
	set("0123456789", DIGIT);
	set("\"'", QUOTE);
	set("/", SLASH);
	set("@", AT);
	set("([{", OPENING);
	set(")]}", CLOSING);
	set("`~", FENCE);
	return classes;
}

function classAt(text: string, at: number): number {
	const code = text.charCodeAt(at);
	if (code < 128) return CLASSES[code] ?? 0;
	return /[\s\u200B-\u200D\u2060]/.test(text[at] ?? "") ? SPACE : 0;
}

function isWordPart(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	if (!(code < 128)) return false;
	const kind = CLASSES[code];
	return kind === WORD || kind === DIGIT;
}

/** Hyphens join a word where letters follow, as in `mv-expand`. */
function skipWord(text: string, from: number): number {
	let at = from + 1;
	for (;;) {
		while (isWordPart(text, at)) at++;
		if (text[at] !== "-" || !/[A-Za-z]/.test(text[at + 1] ?? "")) return at;
		at++;
	}
}

/** Gives the offset of the quote behind `h`, `@` or `h@`, -1 where none follows. */
function quoteBehind(text: string, from: number): number {
	let at = from;
	if (text[at] === "h" || text[at] === "H") at++;
	if (text[at] === "@") at++;
	const next = text[at];
	return at > from && (next === '"' || next === "'") ? at : -1;
}

/** Gives the offset behind a string; in a verbatim one a doubled quote stands for itself, in others a backslash escapes. */
function skipString(text: string, quoteAt: number, verbatim: boolean): number {
	const quote = text.charCodeAt(quoteAt);
	for (let at = quoteAt + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 10) return at;
		if (code === 92 && !verbatim && text.charCodeAt(at + 1) !== 10) at++;
		else if (code === quote) {
			if (!verbatim || text.charCodeAt(at + 1) !== quote) return at + 1;
			at++;
		}
	}
	return text.length;
}

function isFence(text: string, at: number): boolean {
	const mark = text[at];
	return text[at + 1] === mark && text[at + 2] === mark;
}

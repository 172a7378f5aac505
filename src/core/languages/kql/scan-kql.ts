import type { Token } from "../syntax/token";

/** What a token of KQL is. */
export type KqlTokenKind = "word" | "string" | "number" | "symbol";

/** A token of KQL; white space and comments have none. */
export type KqlToken = Token<KqlTokenKind>;

/** What a character begins. */
const SPACE = 1;
const WORD = 2;
const DIGIT = 3;
const QUOTE = 4;
const FENCE = 5;

const CLASSES = buildClasses();

/** Words that operators with a hyphen in their name start with; behind others a hyphen is a minus. */
const HYPHENATED: ReadonlySet<string> = new Set(
	"project mv make graph parse top sample macro assert execute".split(" "),
);

const PAIRS: ReadonlySet<string> = new Set(["==", "!=", "=~", "!~", "<=", ">=", "<>", "..", "=>"]);

/**
 * Reads a KQL text into tokens, in one pass; nothing in it is an error.
 *
 * `in~` and `!has` are one word. Zero-width characters are white space. A string that is not closed ends with its line, one between
 * three backticks or tildes with the text. Source: Kusto query language reference, "String literals", "Entity names", "Comments".
 */
export function scanKql(text: string): readonly KqlToken[] {
	const tokens: KqlToken[] = [];
	const length = text.length;
	let at = 0;
	while (at < length) {
		const kind = classAt(text, at);
		if (kind === SPACE) {
			at++;
			continue;
		}
		const start = at;
		if (kind === 0 && text.charCodeAt(at) === 47 && text.charCodeAt(at + 1) === 47) {
			const end = text.indexOf("\n", at);
			at = end === -1 ? length : end;
			continue;
		}
		const found = kindAt(text, at, kind);
		at = endOf(text, at, found);
		tokens.push({ kind: found, text: text.slice(start, at), start, end: at });
	}
	return tokens;
}

function kindAt(text: string, at: number, kind: number): KqlTokenKind {
	if (kind === QUOTE || quoteBehind(text, at) !== -1) return "string";
	if (kind === WORD) return "word";
	if (kind === DIGIT) return isName(text, at) ? "word" : "number";
	if (kind === FENCE && isFence(text, at)) return "string";
	return text.charCodeAt(at) === 33 && isLetter(text.charCodeAt(at + 1)) ? "word" : "symbol";
}

function endOf(text: string, at: number, kind: KqlTokenKind): number {
	switch (kind) {
		case "word":
			return skipWord(text, at);
		case "number":
			return skipNumber(text, at);
		case "string":
			return skipString(text, at);
		case "symbol":
			return PAIRS.has(text.slice(at, at + 2)) ? at + 2 : at + 1;
	}
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
	set("`~", FENCE);
	return classes;
}

function classAt(text: string, at: number): number {
	const code = text.charCodeAt(at);
	if (code < 128) return CLASSES[code] ?? 0;
	return /[\s\u200B-\u200D\u2060]/.test(text.charAt(at)) ? SPACE : 0;
}

function isWordPart(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	if (!(code < 128)) return false;
	const kind = CLASSES[code];
	return kind === WORD || kind === DIGIT;
}

function isLetter(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function skipWord(text: string, from: number): number {
	let at = from + 1;
	while (isWordPart(text, at)) at++;
	const next = text.charCodeAt(at);
	if (next === 126 && text.charCodeAt(at - 1) === 110 && text.charCodeAt(at - 2) === 105)
		return isInOperator(text, from, at) ? at + 1 : at;
	if (next !== 45 || !isLetter(text.charCodeAt(at + 1)) || !HYPHENATED.has(text.slice(from, at)))
		return at;
	while (text.charCodeAt(at) === 45 || isLetter(text.charCodeAt(at))) at++;
	return at;
}

function isInOperator(text: string, from: number, to: number): boolean {
	return to - from === 2 || (to - from === 3 && text.charCodeAt(from) === 33);
}

/** Whether what starts with a digit is a name, as in `365Defender`, and no number or time span. */
function isName(text: string, from: number): boolean {
	let at = from;
	while (CLASSES[text.charCodeAt(at)] === DIGIT) at++;
	const code = text.charCodeAt(at);
	if (code !== 95 && !isLetter(code)) return false;
	if (at === from + 1 && (code === 120 || code === 88)) return false;
	let end = at;
	while (isWordPart(text, end)) end++;
	return end - at > 12 || text.slice(at, end).includes("_");
}

/** One dot belongs to a number, two are a range. */
function skipNumber(text: string, from: number): number {
	let at = from;
	for (;;) {
		while (isWordPart(text, at)) at++;
		const code = text.charCodeAt(at);
		const next = CLASSES[text.charCodeAt(at + 1)] === DIGIT;
		const isExponent = (code === 45 || code === 43) && (text.charCodeAt(at - 1) | 32) === 101;
		if (!next || !(code === 46 || isExponent)) return at;
		at++;
	}
}

/** Gives the offset of the quote behind `h`, `@` or both, -1 where none follows. */
function quoteBehind(text: string, from: number): number {
	let at = from;
	if ((text.charCodeAt(at) | 32) === 104) at++;
	if (text.charCodeAt(at) === 64) at++;
	if (at === from) return -1;
	return CLASSES[text.charCodeAt(at)] === QUOTE ? at : -1;
}

function skipString(text: string, from: number): number {
	if (CLASSES[text.charCodeAt(from)] === FENCE) {
		const close = text.indexOf(text.slice(from, from + 3), from + 3);
		return close === -1 ? text.length : close + 3;
	}
	const quoteAt = Math.max(from, quoteBehind(text, from));
	const verbatim = quoteAt > from && text.charCodeAt(quoteAt - 1) === 64;
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
	const mark = text.charCodeAt(at);
	return text.charCodeAt(at + 1) === mark && text.charCodeAt(at + 2) === mark;
}

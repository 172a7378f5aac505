import { endOfBent, isBent } from "../syntax/bent-quotes";
import type { Token } from "../syntax/token";

/** What a token of KQL is. */
export type KqlTokenKind = "word" | "string" | "number" | "symbol";

/** A token of KQL; white space and comments have none. */
export type KqlToken = Token<KqlTokenKind>;

/** What a character begins. */
const LETTER = 1;
const DIGIT = 2;
const SPACE = 4;
const QUOTE = 8;
const FENCE = 16;
/** Before a quote: `h` and `@`. */
const PREFIX = 32;
/** Behind another sign: the end of an operator of two. */
const PAIR_END = 64;

const CLASSES = buildClasses();

const SPACES = /[\s\u200B-\u200D\u2060]*/y;
/** What words and numbers go on with. */
const PARTS = /[\w$]*/y;
const DOUBLE = /"[^"\\\n]*(?:\\[^\n]?[^"\\\n]*)*"?/y;
const SINGLE = /'[^'\\\n]*(?:\\[^\n]?[^'\\\n]*)*'?/y;
const VERBATIM_DOUBLE = /"[^"\n]*(?:""[^"\n]*)*"?/y;
const VERBATIM_SINGLE = /'[^'\n]*(?:''[^'\n]*)*'?/y;

/** Words that operators with a hyphen in their name start with; behind others a hyphen is a minus. */
const HYPHENATED: ReadonlySet<string> = new Set(
	"project mv make graph parse top sample macro assert execute partitioned".split(" "),
);

const PAIRS: ReadonlySet<string> = new Set(["==", "!=", "=~", "!~", "<=", ">=", "<>", "..", "=>"]);

/**
 * Reads a KQL text into tokens, in one pass; nothing in it is an error.
 *
 * `in~` and `!has` are one word. Zero-width characters are white space, and so are directives to tools. A string that is not closed ends with its line, one between
 * three backticks or tildes with the text; one between bent quotation marks is a string too. Source: Kusto query language reference, "String literals", "Entity names", "Comments".
 */
export function scanKql(text: string): readonly KqlToken[] {
	const tokens: KqlToken[] = [];
	const { length } = text;
	let at = 0;
	while (at < length) {
		const start = at;
		const code = text.charCodeAt(at);
		const kinds = CLASSES[code] ?? classAt(text, at);
		let kind: KqlTokenKind = "symbol";
		if (kinds === SPACE) {
			at = CLASSES[text.charCodeAt(at + 1)] === SPACE ? skip(SPACES, text, at + 2) : at + 1;
			continue;
		}
		const quoteAt = kinds < QUOTE ? -1 : findQuote(text, at, kinds);
		if (quoteAt !== -1) {
			kind = "string";
			at = skipString(text, quoteAt);
		} else if ((kinds & LETTER) !== 0) {
			kind = "word";
			at = skipWord(text, at);
		} else if (kinds === DIGIT) {
			kind = isName(text, at) ? "word" : "number";
			at = kind === "word" ? skipWord(text, at) : skipNumber(text, at);
		} else if (isBent(code)) {
			kind = "string";
			at = endOfBent(text, at);
		} else if (isComment(text, at, code)) {
			const end = text.indexOf("\n", at);
			at = end === -1 ? length : end;
			continue;
		} else if (code === EXCLAMATION && isLetterAt(text, at + 1)) {
			kind = "word";
			at = skipWord(text, at);
		} else at += isPair(text, at) ? 2 : 1;
		tokens.push({ kind, text: text.slice(start, at), start, end: at });
	}
	return tokens;
}

function buildClasses(): Uint8Array {
	const classes = new Uint8Array(128);
	const set = (characters: string, kind: number): void => {
		for (const character of characters) {
			const code = character.charCodeAt(0);
			classes[code] = (classes[code] ?? 0) | kind;
		}
	};
	set(" \t\n\r\v\f", SPACE);
	set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$", LETTER);
	set("0123456789", DIGIT);
	set("\"'", QUOTE);
	set("`~", FENCE);
	set("hH@", PREFIX);
	set("=~.>", PAIR_END);
	return classes;
}

const EXCLAMATION = 0x21;
const NUMBER_SIGN = 0x23;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
const TILDE = 0x7e;

/** Whether a comment begins, or a line for a tool as `#connect` does. */
function isComment(text: string, at: number, code: number): boolean {
	if (code === SLASH) return text.charCodeAt(at + 1) === SLASH;
	return code === NUMBER_SIGN && (at === 0 || text[at - 1] === "\n");
}

/** What the character at an offset begins; nothing behind the text. */
function classAt(text: string, at: number): number {
	const code = at < text.length ? text.charCodeAt(at) : 0;
	if (code < 128) return CLASSES[code] ?? 0;
	return skip(SPACES, text, at) > at ? SPACE : 0;
}

function isPair(text: string, at: number): boolean {
	const next = CLASSES[text.charCodeAt(at + 1)] ?? 0;
	return (next & PAIR_END) !== 0 && PAIRS.has(text.slice(at, at + 2));
}

/** Goes behind what a pattern matches at an offset; each matches there. */
function skip(pattern: RegExp, text: string, from: number): number {
	pattern.lastIndex = from;
	pattern.test(text);
	return pattern.lastIndex;
}

function skipWord(text: string, from: number): number {
	const at = skip(PARTS, text, from + 1);
	const code = text.charCodeAt(at);
	if (code === TILDE) return /^!?in$/.test(text.slice(from, at)) ? at + 1 : at;
	if (code !== HYPHEN || !isLetterAt(text, at + 1) || !HYPHENATED.has(text.slice(from, at)))
		return at;
	let end = at;
	while (text[end] === "-" || isLetterAt(text, end)) end++;
	return end;
}

function isLetterAt(text: string, at: number): boolean {
	return (classAt(text, at) & LETTER) !== 0;
}

/** Whether what starts with a digit is a name, as in `365Defender`, and no number or time span. */
function isName(text: string, from: number): boolean {
	const end = skip(PARTS, text, from);
	const name = /^\d+([A-Za-z_]\w*)$/.exec(text.slice(from, end))?.[1];
	if (name === undefined || /^\dx/i.test(text.slice(from, from + 2))) return false;
	return name.length > 12 || name.includes("_");
}

/** One dot belongs to a number, two are a range. */
function skipNumber(text: string, from: number): number {
	let at = from;
	for (;;) {
		at = skip(PARTS, text, at);
		const isExponent = (text[at] === "-" || text[at] === "+") && /e/i.test(text.charAt(at - 1));
		if (!(text[at] === "." || isExponent) || classAt(text, at + 1) !== DIGIT) return at;
		at++;
	}
}

/** Gives the offset of the quote that opens a string, behind `h`, `@` or both, -1 where none does. */
function findQuote(text: string, from: number, kinds: number): number {
	let at = from;
	let found = kinds;
	if ((found & PREFIX) !== 0 && text[at] !== "@") found = classAt(text, ++at);
	if (text[at] === "@") found = classAt(text, ++at);
	if ((found & QUOTE) !== 0) return at;
	return (found & FENCE) !== 0 && isFence(text, at) ? at : -1;
}

function skipString(text: string, quoteAt: number): number {
	if ((classAt(text, quoteAt) & FENCE) !== 0) {
		const close = text.indexOf(text.slice(quoteAt, quoteAt + 3), quoteAt + 3);
		return close === -1 ? text.length : close + 3;
	}
	const isDouble = text[quoteAt] === '"';
	if (quoteAt > 0 && text[quoteAt - 1] === "@")
		return skip(isDouble ? VERBATIM_DOUBLE : VERBATIM_SINGLE, text, quoteAt);
	return skip(isDouble ? DOUBLE : SINGLE, text, quoteAt);
}

function isFence(text: string, at: number): boolean {
	return text[at + 1] === text[at] && text[at + 2] === text[at];
}

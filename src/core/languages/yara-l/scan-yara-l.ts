import { cutToken, endOfMatch, scanTokens } from "../syntax/scan-text";
import type { Token } from "../syntax/token";

/** Kinds of YARA-L tokens; a word may carry a sigil (`$e`, `#e`, `%list`). */
export type YaraLTokenKind = "word" | "string" | "raw" | "regex" | "number" | "symbol";
/** One token of a YARA-L rule. */
export type YaraLToken = Token<YaraLTokenKind>;

/**
 * A string up to its quote or the end of its line · a number or duration · a word, perhaps with a sigil, or a list's name that is still to
 * be filled in (`%<LIST HERE>`).
 */
const STRING = /"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"?/y;
const NUMBER = /\d[\w.]*/y;
const WORD = /[$#%]?[A-Z_a-z]\w*|%<[^<>\n]*>/y;

/** A regular expression literal, on one line; the end of it where nothing closes it. */
const REGEX = /\/(?:[^/\\\n]|\\[^\n])+\/?/y;
/** Between quotes that YARA-L has not: single ones, and those that word processors bend. */
const FOREIGN = /'[^'\n]*'|[\u201C-\u201F][^"\u201C-\u201F\n]*["\u201C-\u201F]/y;
/** The rest of a line. */
const REST = /[^\n]*/y;

/** What a regular expression literal can follow; after anything else `/` divides. */
const BEFORE_REGEX = new Set(["=", "==", "!=", "(", ",", "~", "in", "or", "and", "not"]);

/**
 * Reads a YARA-L 2 text into tokens, in one pass; nothing in it is an error. A string, a raw string or a regular expression that is not
 * closed ends with its line, a block comment with the text. Source: Google SecOps, YARA-L 2.0 language syntax.
 */
export function scanYaraL(text: string): readonly YaraLToken[] {
	return scanTokens(text, readToken);
}

function readToken(text: string, start: number, before: YaraLToken | undefined): YaraLToken {
	const character = text[start] ?? "";
	if (character === '"') return cutToken("string", text, start, endOfMatch(STRING, text, start));
	if (character === "`") {
		const close = text.indexOf("`", start + 1);
		const end = close === -1 ? endOfMatch(REST, text, start) : close + 1;
		return cutToken("raw", text, start, end);
	}
	const foreign =
		character === "'" || character > "\u2000" ? endOfMatch(FOREIGN, text, start) : start;
	if (foreign > start) return cutToken("string", text, start, foreign);
	if (character === "/" && before !== undefined && mayStartRegex(before)) {
		const end = endOfMatch(REGEX, text, start);
		if (end > start) return cutToken("regex", text, start, end);
	}
	const code = text.charCodeAt(start);
	const isDigit = code >= 0x30 && code <= 0x39;
	// What stands before the letters in ASCII is punctuation, but for digits and the sigils.
	if (isDigit || code > 0x3f || (code >= 0x23 && code <= 0x25)) {
		const end = endOfMatch(isDigit ? NUMBER : WORD, text, start);
		if (end > start) return cutToken(isDigit ? "number" : "word", text, start, end);
	}
	const isTwo = text[start + 1] === "=" && "!<>=".includes(character);
	return cutToken("symbol", text, start, start + (isTwo ? 2 : 1));
}

function mayStartRegex({ kind, text }: YaraLToken): boolean {
	return (kind === "word" || kind === "symbol") && BEFORE_REGEX.has(text);
}

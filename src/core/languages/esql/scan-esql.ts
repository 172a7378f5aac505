import { cutToken, endOfMatch, endOfTriple, scanTokens } from "../syntax/scan-text";
import type { Token } from "../syntax/token";
import { unescapeText } from "../syntax/unescape-text";

/** Kinds of ES|QL tokens; a name in backticks is a word, and so are names joined by dots. */
export type EsqlTokenKind = "word" | "string" | "number" | "symbol";
/** One token of an ES|QL query. */
export type EsqlToken = Token<EsqlTokenKind>;

/** A string up to its quote or the end of its line · a quoted name · a number · names joined by dots, or a parameter. */
const STRING = /"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"?/y;
/** What other languages write; no other token begins like it. */
const SINGLE = /'[^'\\\n]*(?:\\[^\n][^'\\\n]*)*'/y;
const QUOTED_NAME = /`[^`\n]*(?:``[^`\n]*)*`?/y;
const NUMBER = /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?/y;
const WORD = /[@A-Z_a-z][\w@]*(?:\.[\w@]+)*|\?{1,2}\w*/y;
const PAIR = /[=!<>]=|=~|::|&&|\|\|/y;

/**
 * Reads an ES|QL text into tokens, in one pass; nothing in it is an error. A string that is not closed ends with its line, one between three
 * quotes or a block comment with the text. Source: Elasticsearch, ES|QL syntax reference.
 */
export function scanEsql(text: string): readonly EsqlToken[] {
	return scanTokens(text, readToken, endOfBlock);
}

/** Block comments nest. */
function endOfBlock(text: string, from: number): number {
	const mark = /\/\*|\*\//g;
	mark.lastIndex = from;
	for (let depth = 0; ;) {
		const match = mark.exec(text);
		if (match === null) return text.length;
		depth += match[0] === "/*" ? 1 : -1;
		if (depth === 0) return mark.lastIndex;
	}
}

function readToken(text: string, start: number): EsqlToken {
	const character = text[start] ?? "";
	if (character === '"') {
		const isTriple = text.startsWith('"""', start);
		const end = isTriple ? endOfTriple(text, start) : endOfMatch(STRING, text, start);
		return cutToken("string", text, start, end);
	}
	if (character === "'") {
		const end = endOfMatch(SINGLE, text, start);
		if (end > start) return cutToken("string", text, start, end);
	}
	if (character === "`") return cutToken("word", text, start, endOfMatch(QUOTED_NAME, text, start));
	if (character >= "?") {
		const word = endOfMatch(WORD, text, start);
		if (word > start) return cutToken("word", text, start, word);
	} else if (character >= "0" && character <= "9")
		return cutToken("number", text, start, endOfMatch(NUMBER, text, start));
	return cutToken("symbol", text, start, Math.max(start + 1, endOfMatch(PAIR, text, start)));
}

/** Gives the text of a string token; only a plain string has escapes. */
export function readString(text: string): string {
	if (text.startsWith('"""'))
		return text.slice(3, text.length >= 6 && text.endsWith('"""') ? -3 : undefined);
	const isClosed = text.length > 1 && text.endsWith(text.charAt(0));
	const inner = text.slice(1, isClosed ? -1 : undefined);
	return unescapeText(text.startsWith("'") ? inner.replaceAll("\\'", "'") : inner);
}

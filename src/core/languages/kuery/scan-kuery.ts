import { endOfMatch } from "../syntax/scan-text";
import type { Token } from "../syntax/token";

/**
 * A token of Kuery: `word` is a run without white space in which a backslash takes the next character with it, `quoted` stands between
 * double quotes, `sign` is punctuation.
 */
export type KueryToken = Token<"word" | "quoted" | "sign">;

/** Up to white space, a quote or a sign; a backslash before white space or the end is itself. */
const WORD = /(?:\\[^\0-\x20\xA0\u200B\uFEFF]?|[^\0-\x20\xA0\u200B\uFEFF"(){}:<>\\])+/y;

/** Takes a Kuery query into tokens. A quotation that is never closed ends with its line. */
export function scanKuery(text: string): readonly KueryToken[] {
	const tokens: KueryToken[] = [];
	for (let at = 0; at < text.length;) {
		const code = text.charCodeAt(at);
		if (isSpace(code)) {
			at++;
			continue;
		}
		const start = at;
		let kind: KueryToken["kind"] = "sign";
		if (code === QUOTE) {
			kind = "quoted";
			at = endOfQuoted(text, at);
		} else if (isSign(code)) {
			const isPair = isAngle(code) && text[at + 1] === "=";
			at += isPair ? 2 : 1;
		} else {
			kind = "word";
			at = endOfMatch(WORD, text, at);
		}
		tokens.push({ kind, text: text.slice(start, at), start, end: at });
	}
	return tokens;
}

const QUOTE = 0x22;
const LESS = 0x3c;
const GREATER = 0x3e;

/** Brackets, braces, `:`, `<` and `>`. */
function isSign(code: number): boolean {
	if (code < 0x3f) return code === 0x28 || code === 0x29 || code === 0x3a || isAngle(code);
	return code === 0x7b || code === 0x7d;
}

function isAngle(code: number): boolean {
	return code === LESS || code === GREATER;
}

/** Gives the offset behind a quotation: its closing quote, else the end of its line. */
function endOfQuoted(text: string, start: number): number {
	let lineEnd = -1;
	for (let at = start + 1; at < text.length; at++) {
		const character = text[at];
		if (character === "\\" && (text[at + 1] === '"' || text[at + 1] === "\\")) at++;
		else if (character === '"') return at + 1;
		else if (lineEnd < 0 && (character === "\n" || character === "\r")) lineEnd = at;
	}
	return lineEnd < 0 ? text.length : lineEnd;
}

/** White space of Kibana's grammar, and what editors paste in its place. */
function isSpace(code: number): boolean {
	return code <= 0x20 || code === 0xa0 || code === 0x200b || code === 0xfeff;
}

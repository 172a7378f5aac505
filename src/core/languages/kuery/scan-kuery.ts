import type { Token } from "../syntax/token";

/**
 * A token of Kuery: `word` is a run without white space in which a backslash takes the next character with it, `quoted` stands between
 * double quotes, `sign` is punctuation.
 */
export type KueryToken = Token<"word" | "quoted" | "sign">;

const SIGNS = new Set("():<>{}");

/** Takes a Kuery query into tokens. A quotation that is never closed ends with its line. */
export function scanKuery(text: string): readonly KueryToken[] {
	const tokens: KueryToken[] = [];
	let at = 0;
	while (at < text.length) {
		const character = text.charAt(at);
		if (isSpace(text.charCodeAt(at))) {
			at++;
			continue;
		}
		const start = at;
		let kind: KueryToken["kind"] = "sign";
		if (character === '"') {
			kind = "quoted";
			at = endOfQuoted(text, at);
		} else if (!SIGNS.has(character)) {
			kind = "word";
			at = endOfWord(text, at);
		} else at += /[<>]/.test(character) && text[at + 1] === "=" ? 2 : 1;
		tokens.push({ kind, text: text.slice(start, at), start, end: at });
	}
	return tokens;
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

function endOfWord(text: string, start: number): number {
	let at = start;
	for (; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === "\\" && at + 1 < text.length && !isSpace(text.charCodeAt(at + 1))) at++;
		else if (character === '"' || SIGNS.has(character) || isSpace(text.charCodeAt(at))) break;
	}
	return at;
}

/** White space of Kibana's grammar, and what editors paste in its place. */
function isSpace(code: number): boolean {
	return code <= 0x20 || code === 0xa0 || code === 0x200b || code === 0xfeff;
}

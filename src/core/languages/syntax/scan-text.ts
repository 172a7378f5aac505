import type { Token } from "./token";

/** Makes a token of the stretch of a text between two UTF-16 offsets. */
export function cutToken<Kind extends string>(
	kind: Kind,
	text: string,
	start: number,
	end: number,
): Token<Kind> {
	return { kind, text: text.slice(start, end), start, end };
}

/** Gives the offset behind what a sticky pattern matches at an offset, the offset itself where it matches nothing. */
export function endOfMatch(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : at;
}

/**
 * Reads a text into tokens, white space and comments between them left out: lines behind two slashes, and blocks between slash and asterisk,
 * whose end `endOfBlock` finds. `read` gives the token at an offset, with at least one character.
 */
export function scanTokens<T extends Token>(
	text: string,
	read: (text: string, at: number, before: T | undefined) => T,
	endOfBlock: (text: string, at: number) => number = endOfPlainBlock,
): readonly T[] {
	const tokens: T[] = [];
	let before: T | undefined;
	for (let at = endOfGap(text, 0, endOfBlock); at < text.length;) {
		before = read(text, at, before);
		tokens.push(before);
		at = endOfGap(text, before.end, endOfBlock);
	}
	return tokens;
}

/** White space beyond ASCII, and what editors paste in its place. */
const WIDE_SPACE = /[\s\u200B]/;

/** Gives the offset behind the white space and the comments at an offset. */
function endOfGap(
	text: string,
	from: number,
	endOfBlock: (text: string, at: number) => number,
): number {
	for (let at = from; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0) continue;
		if (code > 0x7f && WIDE_SPACE.test(text.charAt(at))) continue;
		const next = code === SLASH ? text[at + 1] : "";
		if (next === "/") {
			const end = text.indexOf("\n", at);
			at = end === -1 ? text.length : end;
		} else if (next === "*") at = endOfBlock(text, at) - 1;
		else return at;
	}
	return text.length;
}

const SLASH = 0x2f;

function endOfPlainBlock(text: string, at: number): number {
	const end = text.indexOf("*/", at + 2);
	return end === -1 ? text.length : end + 2;
}

/**
 * Gives the offset behind a string between three double quotes that opens at an offset, the end of the text where nothing closes it.
 * Up to two quotes before the closing three belong to the string.
 */
export function endOfTriple(text: string, start: number): number {
	const close = text.indexOf('"""', start + 3);
	if (close === -1) return text.length;
	let end = close + 3;
	while (end < close + 5 && text[end] === '"') end++;
	return end;
}

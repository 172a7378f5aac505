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

/** Gives the offset behind the white space at an offset, the offset itself where there is none. */
export function endOfSpace(text: string, at: number): number {
	let end = at;
	while (isSpace(text, end)) end++;
	return end;
}

function isSpace(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
	return /\s/.test(text[at] ?? "");
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

import { endOfMatch } from "./scan-text";

const BENT =
	/[\u201C-\u201F][^"\u201C-\u201F\n]*["\u201C-\u201F]?|\u2018[^'\u2018\u2019\n]*['\u2018\u2019]?/y;

/** Whether a character (a UTF-16 unit) is a quotation mark as word processors bend the ones that open a text. */
export function isBent(code: number): boolean {
	return code === 0x2018 || isBentDouble(code);
}

/** The same of a double one, which no word of any language holds. */
export function isBentDouble(code: number): boolean {
	return code >= 0x201c && code <= 0x201f;
}

/**
 * Gives the offset behind the text between bent quotation marks that opens at an offset, or behind its line where none closes it; the
 * offset itself where none opens.
 */
export function endOfBent(text: string, at: number): number {
	return isBent(text.charCodeAt(at)) ? endOfMatch(BENT, text, at) : at;
}

/** Gives what stands between the bent quotation marks around a text; undefined where these are no such, or the closing one is absent. */
export function stripBent(text: string): string | undefined {
	const isWhole = text.length > 1 && endOfBent(text, 0) === text.length;
	return isWhole && /["'\u2018\u2019\u201C-\u201F]$/.test(text) ? text.slice(1, -1) : undefined;
}

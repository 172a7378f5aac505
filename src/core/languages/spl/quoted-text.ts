import { endOfLine } from "../../text/end-of-line";
import { stripBent } from "../syntax/bent-quotes";

const QUOTE_OR_BACKSLASH = /["\\]/g;

/**
 * Gives the offset behind the closing quote of the string that opens at `start`, or undefined where none closes it; a backslash takes the
 * next character with it.
 */
export function findStringEnd(text: string, start: number): number | undefined {
	QUOTE_OR_BACKSLASH.lastIndex = start + 1;
	while (QUOTE_OR_BACKSLASH.test(text)) {
		const behind = QUOTE_OR_BACKSLASH.lastIndex;
		if (text.charCodeAt(behind - 1) === 34) return behind;
		QUOTE_OR_BACKSLASH.lastIndex = behind + 1;
	}
	return undefined;
}

/**
 * Gives the offset behind a remark that begins at the start of a line, as people put them behind a number sign or two slashes, or between slash
 * and asterisk; the offset itself where none does, undefined where one has no end. Splunk itself knows the backticks alone.
 */
export function findRemarkEnd(text: string, at: number): number | undefined {
	const mark = text.slice(at, at + 3);
	if (/^(?:#|\/\/\s)/.test(mark)) return endOfLine(text, at);
	if (!mark.startsWith("/*")) return at;
	const end = text.indexOf("*/", at + 2);
	return end === -1 ? undefined : end + 2;
}

/**
 * Resolves the escapes of SPL: `\\` and `\"`, and `\|` outside of quotes; a backslash before anything else is itself, so that the escapes
 * of regular expressions stay. Source: Splunk Search Manual, "SPL and regular expressions"; Search Reference, "search".
 */
export function unescapeSpl(text: string, isQuoted: boolean): string {
	if (!text.includes("\\")) return text;
	let result = "";
	let from = 0;
	for (let at = text.indexOf("\\"); at !== -1; at = text.indexOf("\\", at + 1)) {
		const next = text[at + 1];
		if (next !== "\\" && next !== '"' && (isQuoted || next !== "|")) continue;
		result += text.slice(from, at);
		from = ++at;
	}
	return result + text.slice(from);
}

/** Gives what stands between the quotes of a string as written, bent ones too; the closing one may be absent. */
export function stripQuotes(text: string): string {
	const bent = stripBent(text);
	if (bent !== undefined) return bent;
	const endsInQuote = text.length > 1 && text.charCodeAt(text.length - 1) === 34;
	const isClosed = endsInQuote && (!text.includes("\\") || findStringEnd(text, 0) === text.length);
	return text.slice(1, isClosed ? -1 : undefined);
}

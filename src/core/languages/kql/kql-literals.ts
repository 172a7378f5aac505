import { isBent, stripBent } from "../syntax/bent-quotes";

const ESCAPES: ReadonlyMap<string, string> = new Map([
	["n", "\n"],
	["t", "\t"],
	["r", "\r"],
	["a", "\u0007"],
	["b", "\b"],
	["f", "\f"],
	["v", "\v"],
	["\\", "\\"],
	['"', '"'],
	["'", "'"],
]);

/**
 * Decodes a string literal as written: plain, verbatim (`@"…"`), hidden (`h"…"`), between three backticks or tildes, or between bent
 * quotation marks; undefined where its end is missing.
 */
export function decodeKqlString(text: string): string | undefined {
	if (isBent(text.charCodeAt(0))) return stripBent(text);
	const open = text.search(/["'`~]/);
	const mark = text.charAt(open);
	if (mark === "`" || mark === "~") {
		const isClosed = text.length >= open + 6 && text.endsWith(mark.repeat(3));
		return isClosed ? text.slice(open + 3, -3) : undefined;
	}
	const isVerbatim = text[open - 1] === "@";
	if (!isClosed(text, open, isVerbatim ? mark : "\\")) return undefined;
	const body = text.slice(open + 1, -1);
	if (isVerbatim) return body.includes(mark) ? body.replaceAll(mark + mark, mark) : body;
	return body.includes("\\") ? unescape(body) : body;
}

/** Whether the quotation mark at the end closes the text, and no `escape` stands before it. */
function isClosed(text: string, open: number, escape: string): boolean {
	const last = text.length - 1;
	if (last === open || text[last] !== text[open]) return false;
	let from = last;
	while (from > open + 1 && text[from - 1] === escape) from--;
	return (last - from) % 2 === 0;
}

/** A backslash that begins no escape, which Kusto refuses, stays, as in paths and regular expressions written so by mistake. */
function unescape(body: string): string {
	return body.replace(
		/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-7]{1,3})|([\s\S]))/g,
		(whole, unicode?: string, hex?: string, octal?: string, plain?: string) => {
			const code = unicode ?? hex;
			if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
			if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
			return ESCAPES.get(plain ?? "") ?? whole;
		},
	);
}

/** Gives what `true` and `false` say in the spellings that Kusto knows, undefined for any other word. */
export function decodeKqlBoolean(text: string): boolean | undefined {
	switch (text) {
		case "true":
		case "True":
		case "TRUE":
			return true;
		case "false":
		case "False":
		case "FALSE":
			return false;
		default:
			return undefined;
	}
}

/** Reads a number as written; a time span (`1d`) and a number that would lose digits stay text. */
export function decodeKqlNumber(text: string): string | number {
	if (!/^(?:0[xX][0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(text)) return text;
	const value = Number(text);
	return Number.isInteger(value) && !Number.isSafeInteger(value) ? text : value;
}

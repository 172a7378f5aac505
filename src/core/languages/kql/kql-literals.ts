const ESCAPES: ReadonlyMap<string, string> = new Map([
	["n", "\n"],
	["t", "\t"],
	["r", "\r"],
	["a", "\u0007"],
	["b", "\b"],
	["f", "\f"],
	["v", "\v"],
	["0", "\0"],
]);

/** Decodes a string literal as written: plain, verbatim (`@"…"`), hidden (`h"…"`) or between three backticks or tildes. */
export function decodeKqlString(text: string): string {
	const mark = text[0];
	if (mark === "`" || mark === "~") {
		const body = text.slice(3, text.length >= 6 && text.endsWith(mark.repeat(3)) ? -3 : undefined);
		return body.replace(/^\r?\n/, "");
	}
	const open = text.search(/["']/);
	const quote = text.charAt(open);
	const verbatim = text[open - 1] === "@";
	const closed = text.length > open + 1 && text.endsWith(quote);
	const body = text.slice(open + 1, closed ? -1 : undefined);
	if (verbatim) return body.includes(quote) ? body.replaceAll(quote + quote, quote) : body;
	return body.includes("\\") ? unescape(body) : body;
}

function unescape(body: string): string {
	return body.replace(
		/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g,
		(whole, unicode: string | undefined, hex: string | undefined, plain: string | undefined) => {
			const code = unicode ?? hex;
			if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
			return plain === undefined ? whole : (ESCAPES.get(plain) ?? plain);
		},
	);
}

/** Reads a number as written; a time span (`1d`) and a number that would lose digits stay text. */
export function decodeKqlNumber(text: string): string | number {
	if (!/^(?:0[xX][0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(text)) return text;
	const value = Number(text);
	return Number.isInteger(value) && !Number.isSafeInteger(value) ? text : value;
}

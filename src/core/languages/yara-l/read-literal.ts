import type { YaraLToken } from "./scan-yara-l";

/** Gives the value of a string, raw string or number token; a duration (`5m`) stays text. */
export function readLiteral({ kind, text }: YaraLToken): string | number {
	switch (kind) {
		case "string":
			return unescapeText(text.slice(1, text.length > 1 && text.endsWith('"') ? -1 : undefined));
		case "raw":
			return text.slice(1, text.length > 1 && text.endsWith("`") ? -1 : undefined);
		case "number": {
			const value = Number(text);
			return Number.isNaN(value) ? text : value;
		}
		case "word":
		case "regex":
		case "symbol":
			return text;
	}
}

/** Gives the expression between the slashes; an escaped slash is a slash. */
export function readRegexSource(text: string): string {
	return text.slice(1, -1).replaceAll("\\/", "/");
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
	["n", "\n"],
	["t", "\t"],
	["r", "\r"],
	["\\", "\\"],
	['"', '"'],
]);

/** Resolves escapes; a backslash before anything else stays, as it does in regular expressions written as text. */
function unescapeText(text: string): string {
	if (!text.includes("\\")) return text;
	return text.replace(/\\(.)/gs, (whole, character: string) => ESCAPES.get(character) ?? whole);
}

import { unescapeText } from "../syntax/unescape-text";
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

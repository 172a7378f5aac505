import { unescapeText } from "../syntax/unescape-text";
import type { YaraLToken } from "./scan-yara-l";

/** What is wrong with a token's quotes: nothing, a mark that is missing at its end, or marks that YARA-L has not. */
export function judgeQuotes({ kind, text }: YaraLToken): "closed" | "open" | "foreign" {
	const mark = kind === "raw" ? "`" : kind === "regex" ? "/" : '"';
	if (!text.startsWith(mark)) return "foreign";
	if (text.length === 1 || !text.endsWith(mark)) return "open";
	if (kind === "raw") return "closed";
	let from = text.length - 1;
	while (text[from - 1] === "\\") from--;
	return (text.length - 1 - from) % 2 === 0 ? "closed" : "open";
}

/** Gives the value of a closed string or raw string, or of a number token; a duration (`5m`) stays text. */
export function readLiteral({ kind, text }: YaraLToken): string | number {
	switch (kind) {
		case "string":
			return unescapeText(text.slice(1, -1));
		case "raw":
			return text.slice(1, -1);
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

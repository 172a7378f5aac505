import { schemeAtColon } from "./schemes";

/** Signs that mean something wherever they stand in a line. */
const ALWAYS = /[`[\]|$]/;

/** A character reference (CommonMark 0.31, section 2.5). */
const REFERENCE = /&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y;

/** What a backslash escapes (CommonMark 0.31, section 2.4). */
const PUNCTUATION = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/;

/**
 * Gives one line of Markdown that shows a plain text as it is written, for headings, list items, paragraphs and table cells.
 *
 * Line breaks become spaces. Signs that Markdown, Obsidian or a plugin would take for something (links, tags, code, HTML,
 * Templater, inline fields, comments, block ids, table borders) get a backslash; others do not. What comes in is plain text, so
 * text that already holds backslashes shows them.
 */
export function defuseInline(text: string): string {
	const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
	let out = "";
	for (let at = 0; at < line.length; at++) {
		const sign = line[at] ?? "";
		// Templater reads the raw note, where an escaped tag is still one.
		if (sign === "<" && line[at + 1] === "%") out += "&lt;";
		else out += needsEscape(line, at, sign) ? `\\${sign}` : sign;
	}
	return out;
}

function needsEscape(line: string, at: number, sign: string): boolean {
	const before = line[at - 1] ?? " ";
	const after = line[at + 1] ?? " ";
	if (sign === "\\") return PUNCTUATION.test(after) || at + 1 === line.length;
	if (sign === "*") return !(/\s/.test(before) && /\s/.test(after)) || at === 0;
	if (ALWAYS.test(sign)) return true;
	switch (sign) {
		case "_":
			return !(isWord(before) && isWord(after));
		case "#":
			return at === 0 || (!isWord(before) && !/[\s#]/.test(after));
		case "&":
			REFERENCE.lastIndex = at;
			return REFERENCE.test(line);
		case "<":
			return /[A-Za-z/!?]/.test(after);
		case "~":
			return before === "~" || after === "~";
		case "=":
			return before === "=" || after === "=" || at === 0;
		case "%":
			return before === "%" || after === "%";
		case ":":
			return before === ":" || after === ":" || schemeAtColon(line, at) === "unsafe";
		case "^":
			return /\s/.test(before);
		case "-":
		case "+":
		case ">":
			return at === 0;
		case ".":
		case ")":
			return at < 10 && /^\d+$/.test(line.slice(0, at)) && /\s/.test(after);
		default:
			return false;
	}
}

function isWord(sign: string): boolean {
	return /[\p{L}\p{N}]/u.test(sign);
}

import { schemeAtColon } from "./schemes";

/** Words of signs that mean nothing anywhere, which most names and titles are. */
const PLAIN = /^[A-Za-z(](?:[A-Za-z0-9 !"'()+,./;>?@{}-]*[A-Za-z0-9!"'()+,./;>?@{}-])?$/;

/** Signs that mean something wherever they stand in a line. */
const ALWAYS = /[`[\]|$]/;

/** Signs that may mean something, depending on their neighbours. */
const SIGN = /[\\*`[\]|$_#&<~=%:^]/g;

/** What starts a block: a list item, a quote. */
const BLOCK_START = /^(?:[-+>]|\d{1,9}[.)](?=\s|$))/;

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
	if (PLAIN.test(text)) return text;
	const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
	const start = BLOCK_START.exec(line)?.[0] ?? "";
	let out = start === "" ? "" : `${start.slice(0, -1)}\\${start.slice(-1)}`;
	let from = start.length;
	SIGN.lastIndex = from;
	for (let match = SIGN.exec(line); match !== null; match = SIGN.exec(line)) {
		out += line.slice(from, match.index) + writeSign(line, match.index);
		from = match.index + 1;
	}
	return from === 0 ? line : out + line.slice(from);
}

function writeSign(line: string, at: number): string {
	const sign = line[at] ?? "";
	// Templater reads the raw note, where an escaped tag is still one.
	if (sign === "<" && line[at + 1] === "%") return "&lt;";
	return needsEscape(line, at, sign) ? `\\${sign}` : sign;
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
		default:
			return false;
	}
}

function isWord(sign: string): boolean {
	return /[\p{L}\p{N}]/u.test(sign);
}

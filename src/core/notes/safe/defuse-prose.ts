import { findWebEnd, readAutolink, readLinkAddress } from "./address";
import { nextRun } from "./backtick-runs";
import { defuseCodeSpan } from "./defuse-code-span";
import type { DefusedLog } from "./defused-items";
import type { Paragraph, Scan } from "./prose-scan";
import { escape, escapeSign, isInAddress, put, startScan, take } from "./prose-scan";
import { schemeAtColon } from "./schemes";

/** One line of a paragraph, a heading or a table, without the marks of the lists and quotes around it. */
export interface ProseLine {
	readonly text: string;
	/** 1-based. */
	readonly number: number;
	/** Whether the line opens a list item, where `[ ]` is a checkbox. */
	readonly startsItem: boolean;
}

/** Signs that may mean something. */
const SIGN = /[\\`<![\]%:$#^~]/;
const PLAIN = /[^\\`<![\]%:$#^~]+/y;
const PUNCTUATION = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/;
/** A tag as Obsidian reads one: not of digits alone. */
const TAG = /#[0-9]*[A-Za-z_/\-\u00A1-\uFFFF]/y;
const BLOCK_ID = /\^[A-Za-z0-9-]+[ \t]*$/y;
const IMAGE = /!\[([^[\]\n`\\<]{0,500})\]\(/y;
const LINK_END = /[ \t]*(?:(?:"[^"\\`<[\]]{0,500}"|'[^'\\`<[\]]{0,500}')[ \t]*)?\)/y;
const FOOTNOTE = /^\s*\[\^[^\]\s]+\]:/;

/**
 * Rewrites the lines of one paragraph so that nothing in them is live; the result has as many lines. `isTable` says that some line is
 * a delimiter row.
 *
 * A code span counts as code only where every parser agrees: opened and closed on one line, and inside one cell of a table. Any
 * other backtick is escaped. Each line is read once, so the work is linear.
 */
export function defuseProse(
	lines: readonly ProseLine[],
	isTable: boolean,
	log: DefusedLog,
): string[] {
	const paragraph: Paragraph = {
		isTable,
		hasMath: countDollars(lines) > 1,
		mayDefine: false,
		log,
	};
	return lines.map((line) => defuseLine(line, paragraph));
}

function countDollars(lines: readonly ProseLine[]): number {
	let count = 0;
	for (const { text } of lines) {
		const first = text.indexOf("$");
		if (first === -1) continue;
		count += text.includes("$", first + 1) ? 2 : 1;
	}
	return count;
}

function defuseLine({ text, number, startsItem }: ProseLine, paragraph: Paragraph): string {
	if (/^\s*\[/.test(text)) paragraph.mayDefine = true;
	if (!SIGN.test(text)) return text;
	const scan = startScan(text, number, paragraph);
	if (startsItem && /^\[[^\]]\](?:\s|$)/.test(text)) put(scan, "\\[", 1, "task");
	while (scan.at < text.length) step(scan);
	return scan.written === 0 ? text : scan.out + text.slice(scan.written);
}

function step(scan: Scan): void {
	const { line } = scan;
	PLAIN.lastIndex = scan.at;
	if (PLAIN.test(line)) {
		take(scan, PLAIN.lastIndex - scan.at);
		return;
	}
	switch (line[scan.at]) {
		case "\\":
			stepBackslash(scan);
			break;
		case "`":
			stepBackticks(scan);
			break;
		case "<":
			stepAngle(scan);
			break;
		case "!":
			stepBang(scan);
			break;
		case "[":
			stepOpen(scan);
			break;
		case "]":
			stepClose(scan);
			break;
		case ":":
			stepColon(scan);
			break;
		default:
			stepSign(scan);
	}
}

function stepBackslash(scan: Scan): void {
	const { line, at } = scan;
	const next = line[at + 1];
	if (next === undefined || !PUNCTUATION.test(next)) take(scan, 1);
	// Templater reads the raw note, where an escaped tag is still one.
	else if (next === "<" && line[at + 2] === "%") put(scan, "&lt;", 2, "template");
	else if (isInAddress(scan)) put(scan, `&#${next.charCodeAt(0)};`, 2);
	else take(scan, 2);
}

function stepBackticks(scan: Scan): void {
	const { line, at, runs, paragraph } = scan;
	let end = at;
	while (line.charCodeAt(end) === 96) end++;
	const length = end - at;
	const isLoose = scan.last === "`" || isInAddress(scan);
	const close = isLoose ? -1 : nextRun(runs.get(length), end);
	const content = close === -1 ? "" : line.slice(end, close);
	if (close === -1 || (paragraph.isTable && /(?:^|[^\\])\|/.test(content))) {
		put(scan, escapeSign(scan, "`").repeat(length), length);
		return;
	}
	const safe = defuseCodeSpan(content, !scan.hasText);
	const marks = line.slice(at, end);
	if (safe === content) take(scan, close + length - at);
	else put(scan, marks + safe + marks, close + length - at, "inline-code");
}

function stepAngle(scan: Scan): void {
	const { line, at } = scan;
	const next = line[at + 1];
	if (next === "%") {
		put(scan, "&lt;", 1, "template");
		return;
	}
	if (next === undefined || !/[A-Za-z/!?]/.test(next)) {
		take(scan, 1);
		return;
	}
	const link = readAutolink(line, at);
	if (link?.safe === undefined) escape(scan, "<", "html");
	else put(scan, link.safe, link.end - at);
}

function isWikilink(scan: Scan, at: number): boolean {
	const { line, lastClose } = scan;
	if (line[at] !== "[" || lastClose <= at) return false;
	return line[at + 1] === "[" || line[at - 1] === "[";
}

function stepBang(scan: Scan): void {
	const { line, at } = scan;
	if (line[at + 1] !== "[") {
		take(scan, 1);
		return;
	}
	if (isWikilink(scan, at + 1)) {
		put(scan, "!", 1, "image");
		return;
	}
	IMAGE.lastIndex = at;
	const match = IMAGE.exec(line);
	const address = match === null ? undefined : readLinkAddress(line, at + match[0].length);
	if (match === null || address?.safe === undefined || scan.last === "!") {
		escape(scan, "!", "image");
		return;
	}
	const alt = match[1]?.trim() ?? "";
	LINK_END.lastIndex = address.end;
	const close = LINK_END.exec(line);
	if (scan.last === "[" && close !== null) {
		// A picture inside a link: its words stay as the link's text.
		const words = defuseWords(scan, alt === "" ? "image" : alt);
		put(scan, words, address.end + close[0].length - at, "image");
	} else if (alt === "") put(scan, `[image](${address.safe}`, address.end - at, "image");
	else put(scan, "", 1, "image");
}

function defuseWords(scan: Scan, text: string): string {
	const line: ProseLine = { text, number: scan.number, startsItem: false };
	return defuseLine(line, { ...scan.paragraph });
}

function stepOpen(scan: Scan): void {
	if (isWikilink(scan, scan.at)) escape(scan, "[", "wikilink");
	else take(scan, 1);
}

function stepClose(scan: Scan): void {
	const { line, at, paragraph } = scan;
	const next = line[at + 1];
	if (next === "(") {
		const { safe, end } = readLinkAddress(line, at + 2);
		if (safe === undefined) escape(scan, "]", "link");
		else if (line.slice(at + 2, end) === safe) take(scan, end - at);
		else put(scan, `](${safe}`, end - at);
	} else if (next === ":" && paragraph.mayDefine && !FOOTNOTE.test(line)) {
		const target = line.slice(at + 2).trim();
		const isPlain = /^https?:\/\/[^\s<>`[\]|$]+$/i.test(target) && !/%%|::/.test(target);
		if (isPlain) take(scan, line.length - at);
		else escape(scan, "]", "link");
	} else take(scan, 1);
}

function stepColon(scan: Scan): void {
	if (scan.last === ":") {
		escape(scan, ":", "field");
		return;
	}
	const { line, at } = scan;
	const scheme = schemeAtColon(line, at);
	if (scheme === "unsafe") escape(scan, ":", "link");
	else take(scan, scheme === "web" ? findWebEnd(line, at + 1) - at : 1);
}

function stepSign(scan: Scan): void {
	const { line, at, paragraph } = scan;
	const sign = line[at];
	const before = line[at - 1];
	const next = line[at + 1];
	if (sign === "%" && scan.last === "%") escape(scan, "%", "comment");
	else if (sign === "$" && paragraph.hasMath && next !== undefined && !/\s/.test(next)) {
		escape(scan, "$", "math");
	} else if (sign === "#" && matches(TAG, scan) && !/[\p{L}\p{N}_&/]/u.test(before ?? " ")) {
		escape(scan, "#", "tag");
	} else if (sign === "^" && /\s/.test(before ?? " ") && matches(BLOCK_ID, scan)) {
		escape(scan, "^", "block-id");
	}
	// Three tildes at the start of a line would open a fence.
	else if (sign === "~" && line.startsWith("~~~", at) && !scan.hasText) escape(scan, "~");
	else take(scan, 1);
}

function matches(pattern: RegExp, scan: Scan): boolean {
	pattern.lastIndex = scan.at;
	return pattern.test(scan.line);
}

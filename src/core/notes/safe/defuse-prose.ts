import { findWebEnd, readAutolink, readLinkAddress } from "./address";
import { defuseCodeSpan } from "./defuse-code-span";
import type { DefusedKind, DefusedLog } from "./defused-items";
import { schemeAtColon } from "./schemes";

/** One line of a paragraph, a heading or a table, without the marks of the lists and quotes around it. */
export interface ProseLine {
	readonly text: string;
	/** 1-based. */
	readonly number: number;
	/** Whether the line opens a list item, where `[ ]` is a checkbox. */
	readonly startsItem: boolean;
}

/** What the lines of one paragraph share. */
interface Paragraph {
	/** A pipe ends a code span in a table. */
	readonly isTable: boolean;
	/** Two dollar signs may enclose a formula. */
	readonly hasMath: boolean;
	/** Some line so far starts with a bracket, so that `]:` may define a link. */
	mayDefine: boolean;
	readonly log: DefusedLog;
}

/** One line while it is rewritten. */
interface Scan {
	readonly line: string;
	readonly number: number;
	readonly paragraph: Paragraph;
	/** Offset of the last `]]`, -1 for none. */
	readonly lastClose: number;
	/** Where runs of backticks start, by their length; ascending. */
	readonly runs: ReadonlyMap<number, Run>;
	at: number;
	out: string;
	/** The last sign of `out`. */
	last: string;
	/** Whether `out` holds more than spaces and marks of emphasis. */
	hasText: boolean;
	/** Offset behind the word last looked at. */
	wordEnd: number;
	/** Offset in that word from which on a sign may belong to an address. */
	addressFrom: number;
}

/** What is written for the next signs of a line. */
interface Edit {
	readonly text: string;
	/** Number of signs it stands for. */
	readonly length: number;
	/** What was live, undefined where the signs stay. */
	readonly kind: DefusedKind | undefined;
}

interface Run {
	readonly starts: number[];
	next: number;
}

const NO_RUNS: ReadonlyMap<number, Run> = new Map();
const PLAIN = /[^\\`<![\]%:$#^~]+/y;
const PUNCTUATION = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/;
/** A tag as Obsidian reads one: not of digits alone. */
const TAG = /#[0-9]*[A-Za-z_/\-\u00A1-\uFFFF]/y;
const BLOCK_ID = /\^[A-Za-z0-9-]+[ \t]*$/y;
const IMAGE = /!\[([^[\]\n`\\<]{0,500})\]\(/y;
const LINK_END = /[ \t]*(?:(?:"[^"\\`<[\]]{0,500}"|'[^'\\`<[\]]{0,500}')[ \t]*)?\)/y;
const FOOTNOTE = /^\s*\[\^[^\]\s]+\]:/;

/**
 * Rewrites the lines of one paragraph so that nothing in them is live; the result has as many lines.
 *
 * A code span counts as code only where every parser agrees: opened and closed on one line, and inside one cell of a table. Any
 * other backtick is escaped. Each line is read once, so the work is linear.
 */
export function defuseProse(lines: readonly ProseLine[], log: DefusedLog): string[] {
	const paragraph: Paragraph = {
		isTable: lines.some(({ text }) => isDelimiterRow(text)),
		hasMath: countDollars(lines) > 1,
		mayDefine: false,
		log,
	};
	return lines.map((line) => defuseLine(line, paragraph));
}

/** Whether a line could be the one below a table's head (GFM 0.29, section 4.10); one column needs no pipe. */
export function isDelimiterRow(text: string): boolean {
	return text.includes("-") && /^[\s|:-]+$/.test(text);
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
	if (!/[\\`<![\]%:$#^~]/.test(text)) return text;
	const lastClose = text.lastIndexOf("]]");
	const scan: Scan = {
		line: text,
		number,
		paragraph,
		lastClose,
		runs: text.includes("`") ? findRuns(text) : NO_RUNS,
		at: 0,
		out: "",
		last: "",
		hasText: false,
		wordEnd: 0,
		addressFrom: Infinity,
	};
	if (startsItem && /^\[[^\]]\](?:\s|$)/.test(text)) {
		apply(scan, put("\\[", 1, "task"));
	}
	while (scan.at < text.length) apply(scan, step(scan));
	return scan.out;
}

/** Joining is cheap; reading `out` back would copy it, so what is asked of it is kept beside it. */
function apply(scan: Scan, { text, length, kind }: Edit): void {
	scan.out += text;
	scan.at += length;
	if (text !== "") scan.last = text.slice(-1);
	scan.hasText ||= /[^\s*_~]/.test(text);
	if (kind !== undefined) scan.paragraph.log.add(kind, scan.number);
}

function findRuns(line: string): Map<number, Run> {
	const runs = new Map<number, Run>();
	for (let at = line.indexOf("`"); at !== -1; at = line.indexOf("`", at)) {
		const start = at;
		while (line.charCodeAt(at) === 96) at++;
		const run = runs.get(at - start);
		if (run === undefined) runs.set(at - start, { starts: [start], next: 0 });
		else run.starts.push(start);
	}
	return runs;
}

function step(scan: Scan): Edit {
	const { line } = scan;
	PLAIN.lastIndex = scan.at;
	const plain = PLAIN.exec(line);
	if (plain !== null) return take(scan, plain[0].length);
	switch (line[scan.at]) {
		case "\\":
			return stepBackslash(scan);
		case "`":
			return stepBackticks(scan);
		case "<":
			return stepAngle(scan);
		case "!":
			return stepBang(scan);
		case "[":
			return stepOpen(scan);
		case "]":
			return stepClose(scan);
		case ":":
			return stepColon(scan);
		default:
			return stepSign(scan);
	}
}

/** Copies signs as they are. */
function take(scan: Scan, length: number): Edit {
	return { text: scan.line.slice(scan.at, scan.at + length), length, kind: undefined };
}

const ADDRESS = /:\/\/|www\.|[\w-]\.[a-z]{2,}\//i;

/** Whether the next sign may lie in an address that some parser makes a link by itself: that link would swallow a backslash. */
function isInAddress(scan: Scan): boolean {
	const { line, at } = scan;
	if (at >= scan.wordEnd) {
		let start = at;
		while (start > scan.wordEnd && !isSpace(line, start - 1)) start--;
		let end = at;
		while (end < line.length && !isSpace(line, end)) end++;
		const match = ADDRESS.exec(line.slice(start, end));
		scan.addressFrom = match === null ? Infinity : start + match.index + match[0].length;
		scan.wordEnd = Math.max(end, at + 1);
	}
	return at >= scan.addressFrom;
}

function isSpace(line: string, at: number): boolean {
	const code = line.charCodeAt(at);
	return code === 32 || code === 9;
}

/** Makes one sign plain: by a backslash, or inside an address by a character reference. */
function escape(scan: Scan, sign: string, kind: DefusedKind | undefined): Edit {
	return { text: escapeSign(scan, sign), length: 1, kind };
}

function escapeSign(scan: Scan, sign: string): string {
	if (!isInAddress(scan)) return `\\${sign}`;
	return sign === "<" ? "&lt;" : `&#${sign.charCodeAt(0)};`;
}

/** Writes something in place of signs, and says why. */
function put(text: string, length: number, kind: DefusedKind): Edit {
	return { text, length, kind };
}

function stepBackslash(scan: Scan): Edit {
	const { line, at } = scan;
	const next = line[at + 1];
	if (next === undefined || !PUNCTUATION.test(next)) return take(scan, 1);
	// Templater reads the raw note, where an escaped tag is still one.
	if (next === "<" && line[at + 2] === "%") return put("&lt;", 2, "template");
	if (isInAddress(scan)) return { text: `&#${next.charCodeAt(0)};`, length: 2, kind: undefined };
	return take(scan, 2);
}

function stepBackticks(scan: Scan): Edit {
	const { line, at, runs, paragraph } = scan;
	let end = at;
	while (line.charCodeAt(end) === 96) end++;
	const length = end - at;
	const isLoose = scan.last === "`" || isInAddress(scan);
	const close = isLoose ? -1 : nextRun(runs.get(length), end);
	const content = close === -1 ? "" : line.slice(end, close);
	if (close === -1 || (paragraph.isTable && /(?:^|[^\\])\|/.test(content))) {
		return { text: escapeSign(scan, "`").repeat(length), length, kind: undefined };
	}
	const safe = defuseCodeSpan(content, !scan.hasText);
	if (safe === content) return take(scan, close + length - at);
	const marks = line.slice(at, end);
	return put(marks + safe + marks, close + length - at, "inline-code");
}

/** The start of the first run behind an offset; offsets only grow, so every run is passed once. */
function nextRun(run: Run | undefined, from: number): number {
	if (run === undefined) return -1;
	while ((run.starts[run.next] ?? Infinity) < from) run.next++;
	return run.starts[run.next] ?? -1;
}

function stepAngle(scan: Scan): Edit {
	const { line, at } = scan;
	const next = line[at + 1];
	if (next === "%") return put("&lt;", 1, "template");
	if (next === undefined || !/[A-Za-z/!?]/.test(next)) return take(scan, 1);
	const link = readAutolink(line, at);
	if (link?.safe === undefined) return escape(scan, "<", "html");
	return { text: link.safe, length: link.end - at, kind: undefined };
}

function isWikilink(scan: Scan, at: number): boolean {
	const { line, lastClose } = scan;
	if (line[at] !== "[" || lastClose <= at) return false;
	return line[at + 1] === "[" || line[at - 1] === "[";
}

function stepBang(scan: Scan): Edit {
	const { line, at } = scan;
	if (line[at + 1] !== "[") return take(scan, 1);
	if (isWikilink(scan, at + 1)) {
		return put("!", 1, "image");
	}
	IMAGE.lastIndex = at;
	const match = IMAGE.exec(line);
	const address = match === null ? undefined : readLinkAddress(line, at + match[0].length);
	if (match === null || address?.safe === undefined || scan.last === "!") {
		return escape(scan, "!", "image");
	}
	const alt = match[1]?.trim() ?? "";
	LINK_END.lastIndex = address.end;
	const close = LINK_END.exec(line);
	if (scan.last === "[" && close !== null) {
		// A picture inside a link: its words stay as the link's text.
		const words = defuseWords(scan, alt === "" ? "image" : alt);
		return put(words, address.end + close[0].length - at, "image");
	}
	if (alt === "") return put(`[image](${address.safe}`, address.end - at, "image");
	return put("", 1, "image");
}

function defuseWords(scan: Scan, text: string): string {
	const line: ProseLine = { text, number: scan.number, startsItem: false };
	return defuseLine(line, { ...scan.paragraph });
}

function stepOpen(scan: Scan): Edit {
	if (!isWikilink(scan, scan.at)) return take(scan, 1);
	return escape(scan, "[", "wikilink");
}

function stepClose(scan: Scan): Edit {
	const { line, at, paragraph } = scan;
	const next = line[at + 1];
	if (next === "(") {
		const address = readLinkAddress(line, at + 2);
		if (address.safe === undefined) return escape(scan, "]", "link");
		return { text: `](${address.safe}`, length: address.end - at, kind: undefined };
	}
	if (next === ":" && paragraph.mayDefine && !FOOTNOTE.test(line)) {
		const target = line.slice(at + 2).trim();
		if (/^https?:\/\/[^\s<>`[\]|$]+$/i.test(target)) return take(scan, line.length - at);
		return escape(scan, "]", "link");
	}
	return take(scan, 1);
}

function stepColon(scan: Scan): Edit {
	if (scan.last === ":") return escape(scan, ":", "field");
	const { line, at } = scan;
	const scheme = schemeAtColon(line, at);
	if (scheme === "unsafe") return escape(scan, ":", "link");
	return take(scan, scheme === "web" ? findWebEnd(line, at + 1) - at : 1);
}

function stepSign(scan: Scan): Edit {
	const { line, at, paragraph } = scan;
	const sign = line[at];
	const before = line[at - 1];
	const next = line[at + 1];
	if (sign === "%" && scan.last === "%") return escape(scan, "%", "comment");
	if (sign === "$" && paragraph.hasMath && next !== undefined && !/\s/.test(next)) {
		return escape(scan, "$", "math");
	}
	if (sign === "#" && matches(TAG, scan) && !/[\p{L}\p{N}_&/]/u.test(before ?? " ")) {
		return escape(scan, "#", "tag");
	}
	if (sign === "^" && /\s/.test(before ?? " ") && matches(BLOCK_ID, scan)) {
		return escape(scan, "^", "block-id");
	}
	// Three tildes at the start of a line would open a fence.
	if (sign === "~" && line.startsWith("~~~", at) && !scan.hasText) {
		return escape(scan, "~", undefined);
	}
	return take(scan, 1);
}

function matches(pattern: RegExp, scan: Scan): boolean {
	pattern.lastIndex = scan.at;
	return pattern.test(scan.line);
}

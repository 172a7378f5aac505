import type { BacktickRuns } from "./backtick-runs";
import { findRuns } from "./backtick-runs";
import type { DefusedKind, DefusedLog } from "./defused-items";

/** What the lines of one paragraph share. */
export interface Paragraph {
	/** A pipe ends a code span in a table. */
	readonly isTable: boolean;
	/** Two dollar signs may enclose a formula. */
	readonly hasMath: boolean;
	/** Some line so far starts with a bracket, so that `]:` may define a link. */
	mayDefine: boolean;
	readonly log: DefusedLog;
}

/** One line while it is rewritten. */
export interface Scan {
	readonly line: string;
	readonly number: number;
	readonly paragraph: Paragraph;
	/** Offset of the last `]]`, -1 for none. */
	readonly lastClose: number;
	/** Where runs of backticks start, by their length; ascending. */
	readonly runs: ReadonlyMap<number, BacktickRuns>;
	/** Offset behind what was read. */
	at: number;
	/** What is written; what was read behind `written` stays as it is and is still to be added. */
	out: string;
	written: number;
	/** The last sign that was written or stays. */
	last: string;
	/** Whether more than spaces and marks of emphasis was written or stays. */
	hasText: boolean;
	/** Offset behind the word last looked at. */
	wordEnd: number;
	/** Offset in that word from which on a sign may belong to an address. */
	addressFrom: number;
}

/** More than spaces and marks of emphasis. */
const TEXT = /[^\s*_~]/;

/** A line of which nothing is read yet. */
export function startScan(line: string, number: number, paragraph: Paragraph): Scan {
	return {
		line,
		number,
		paragraph,
		lastClose: line.lastIndexOf("]]"),
		runs: findRuns(line),
		at: 0,
		out: "",
		written: 0,
		last: "",
		hasText: false,
		wordEnd: 0,
		addressFrom: Infinity,
	};
}

/** Leaves the next signs as they are. */
export function take(scan: Scan, length: number): void {
	const { line, at } = scan;
	scan.at += length;
	scan.last = line[scan.at - 1] ?? "";
	scan.hasText ||= TEXT.test(line.slice(at, scan.at));
}

/** Writes something in place of the next signs; `kind` is what was live in them. */
export function put(scan: Scan, text: string, length: number, kind?: DefusedKind): void {
	// Joining is cheap; reading `out` back would copy it, so what is asked of it is kept beside it.
	scan.out += scan.line.slice(scan.written, scan.at) + text;
	scan.at += length;
	scan.written = scan.at;
	if (text !== "") scan.last = text.slice(-1);
	scan.hasText ||= TEXT.test(text);
	if (kind !== undefined) scan.paragraph.log.add(kind, scan.number);
}

const ADDRESS = /:\/\/|www\.|[\w-]\.[a-z]{2,}\//i;

/** Whether the next sign may lie in an address that some parser makes a link by itself: that link would swallow a backslash. */
export function isInAddress(scan: Scan): boolean {
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
export function escape(scan: Scan, sign: string, kind?: DefusedKind): void {
	put(scan, escapeSign(scan, sign), 1, kind);
}

/** What stands for the next sign so that it is plain. */
export function escapeSign(scan: Scan, sign: string): string {
	if (!isInAddress(scan)) return `\\${sign}`;
	return sign === "<" ? "&lt;" : `&#${sign.charCodeAt(0)};`;
}

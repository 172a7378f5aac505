import { isDelimiterRow } from "../text/delimiter-row";

/** A technique id that a person is typing. */
export interface TypedTechnique {
	/** Where it starts in its line, UTF-16 offset. */
	readonly start: number;
	/** What is typed so far, as it stands. */
	readonly text: string;
}

/** The id's start, and what of a name follows it; a word starts where no letter, digit or sign of an address stands before it. */
const TYPED = /(?:^|[^\w./#@\\-])([Tt]\d{2,4}(?:[._]\d{0,3})?(?: [A-Za-z/-]{1,20}){0,4} ?)$/;
/** How far back in a line a typed id may start. */
const REACH = 60;

/**
 * Finds the technique id at the end of what stands before the cursor in a line (`T1021`, `T1021.0`, `t1021 remote de`); undefined where
 * there is none, or it stands in code in the line, in a link, or in an address.
 */
export function findTypedTechnique(before: string): TypedTechnique | undefined {
	const from = Math.max(0, before.length - REACH);
	const text = TYPED.exec(before.slice(from))?.[1];
	if (text === undefined) return undefined;
	const start = before.length - text.length;
	const left = before.slice(0, start);
	return isInCode(left) || isInLink(left) ? undefined : { start, text };
}

/** Whether a backtick is open: each run of them is closed by one as long (CommonMark 0.31.2, 6.1). */
function isInCode(left: string): boolean {
	let open = 0;
	for (const [run] of left.matchAll(/`+/g)) {
		if (open === 0) open = run.length;
		else if (run.length === open) open = 0;
	}
	return open !== 0;
}

function isInLink(left: string): boolean {
	return (
		left.lastIndexOf("[[") > left.lastIndexOf("]]") ||
		left.lastIndexOf("[") > left.lastIndexOf("]") ||
		left.lastIndexOf("](") > left.lastIndexOf(")")
	);
}

/** Whether a line of a note (0-based) lies in its front matter or in a block of code; `lineAt` gives the lines above it. */
export function isInBlock(line: number, lineAt: (line: number) => string): boolean {
	if (line > 0 && /^---[ \t]*$/.test(lineAt(0))) {
		let end = 1;
		while (end < line && !/^(?:---|\.\.\.)[ \t]*$/.test(lineAt(end))) end++;
		if (end === line) return true;
	}
	let fence: string | undefined;
	for (let at = 0; at < line; at++) {
		const mark = /^[ \t>]*(`{3,}|~{3,})/.exec(lineAt(at))?.[1];
		if (mark === undefined) continue;
		if (fence === undefined) fence = mark;
		else if (mark.startsWith(fence)) fence = undefined;
	}
	return fence !== undefined;
}

/**
 * Whether a line of a note (0-based) is a row of a table, which a bar would cut; `lineAt` gives the lines around it, an empty text where
 * there is none.
 */
export function isInTable(line: number, lineAt: (line: number) => string): boolean {
	const text = lineAt(line);
	if (/^[ \t>]*\|/.test(text) || (text.includes("|") && isDelimiter(lineAt(line + 1)))) return true;
	for (let at = line; at >= 0 && lineAt(at).includes("|"); at--) {
		if (isDelimiter(lineAt(at))) return true;
	}
	return false;
}

/** In a quotation, too. */
function isDelimiter(text: string): boolean {
	return text.includes("|") && isDelimiterRow(text.replaceAll(">", ""));
}

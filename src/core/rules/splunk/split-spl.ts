/** A search in a text, with the comments above it. UTF-16 offsets. */
export interface SplPart {
	/** Where its comments start; the same as `code` where it has none. */
	readonly start: number;
	readonly code: number;
	readonly end: number;
	/** The comments' lines, without their marks. */
	readonly comments: readonly string[];
}

/** A line of remarks as people put them above a search; Splunk itself knows only the backticks. */
const COMMENT = /^\s*(?:#|\/\/|--\s)(.*)$/;
const QUOTED_COMMENT = /^\s*```([^`]*)```\s*$/;

/** How a search begins: with the events it reads, a macro, or a command that makes events. */
const BEGINS =
	/^[\s(]*(?:(?:index|sourcetype|source|eventtype|tag|host|earliest|datamodel)(?:\s*(?:=|::)|\s+IN\b)|`[^`]|(?:search|from)\s|\|\s*(?:tstats|mstats|from|datamodel|inputlookup|inputcsv|makeresults|rest|metadata|multisearch|union|pivot|savedsearch|loadjob|dbxquery)\b)/i;

/** How a line begins that goes on with a search. */
const GOES_ON = /^\s*\|/;

/** What shows that a text is SPL at all. */
const TELLS =
	/\b(?:index|sourcetype|eventtype|datamodel)\s*=|\|\s*(?:stats|tstats|search|where|eval|table|rex|lookup|inputlookup|dedup|rename|timechart|transaction|from)\b|`\w+(?:\([^`]*\))?`/i;

/**
 * Parts a text into its searches: a new one begins behind an empty line, with a comment or with what a search begins with; any other line
 * goes on with the search above. Empty where the text is no SPL.
 */
export function splitSpl(text: string): readonly SplPart[] {
	if (text.includes("\0") || !TELLS.test(text)) return [];
	const parts: OpenPart[] = [];
	let isBehindGap = true;
	let at = 0;
	for (const line of text.split("\n")) {
		const place = { start: at, end: at + line.trimEnd().length };
		at += line.length + 1;
		if (line.trim() === "") isBehindGap = true;
		else {
			takeLine(line, place, parts, isBehindGap);
			isBehindGap = false;
		}
	}
	return parts.filter(({ code, end }) => end > code && TELLS.test(text.slice(code, end)));
}

/** Whether a text goes on with a search that it does not hold (`| stats count`). */
export function isPieceOfSpl(text: string): boolean {
	return !BEGINS.test(text);
}

interface OpenPart extends SplPart {
	readonly comments: string[];
	code: number;
	end: number;
}

function takeLine(
	line: string,
	{ start, end }: { readonly start: number; readonly end: number },
	parts: OpenPart[],
	isBehindGap: boolean,
): void {
	const open = parts.at(-1);
	const hasCode = open !== undefined && open.end > open.code;
	const mayBegin = open === undefined || (hasCode && isBehindGap);
	const quoted = QUOTED_COMMENT.exec(line)?.[1];
	const comment = quoted ?? COMMENT.exec(line)?.[1];
	if (comment !== undefined && open !== undefined && !hasCode) {
		open.comments.push(cleanComment(comment));
		open.code = open.end = end;
	} else if (comment !== undefined && mayBegin && (open === undefined || quoted === undefined))
		parts.push({ start, code: end, end, comments: [cleanComment(comment)] });
	else if (open === undefined || (mayBegin && BEGINS.test(line)))
		parts.push({ start, code: start, end, comments: [] });
	else if (!hasCode && parts.length > 1 && GOES_ON.test(line) && !BEGINS.test(line)) {
		// What stands above is a remark inside of the search before it.
		parts.pop();
		const before = parts.at(-1);
		if (before !== undefined) before.end = end;
	} else {
		if (!hasCode) open.code = start;
		open.end = end;
	}
}

function cleanComment(comment: string): string {
	return comment.replace(/^[#/=\s*-]+/, "").trim();
}

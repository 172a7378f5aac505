const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(\S.*))?$/;

/** A heading with marks before it. */
export interface MarkedHeading {
	/** 1 to 6. */
	readonly level: number;
	/** Without the marks before it, and those behind a space at its end. */
	readonly title: string;
}

/** Reads a line, its white space at the end cut off, that is a heading (CommonMark 0.31, section 4.2); gives undefined for any other. */
export function readHeading(line: string): MarkedHeading | undefined {
	const match = HEADING.exec(line);
	if (match === null) return undefined;
	return { level: match[1]?.length ?? 1, title: stripClosing(match[2] ?? "") };
}

function stripClosing(text: string): string {
	let end = text.length;
	while (text[end - 1] === "#") end--;
	const isClosed = end < text.length && (end === 0 || /\s/.test(text[end - 1] ?? ""));
	return (isClosed ? text.slice(0, end) : text).trim();
}

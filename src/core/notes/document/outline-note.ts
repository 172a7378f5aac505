import { followFence } from "./fence-marks";
import { readHeading } from "./read-heading";

/** A part of a note: a heading (or the start of the body) with the text up to the next heading. */
export interface OutlinePart {
	/** 1 to 6; 0 for the text before the first heading. */
	readonly level: number;
	/** The heading's text without its marks, "" at level 0. */
	readonly heading: string;
	/** UTF-16 offset of the heading's line. */
	readonly start: number;
	/** UTF-16 offset behind the heading's line. */
	readonly text: number;
	/** UTF-16 offset of the next heading's line, or the end. */
	readonly end: number;
}

/**
 * Divides a note's body at its headings (`#` to `######`, CommonMark 0.31 section 4.2), from a UTF-16 offset on.
 *
 * Lines inside fences are no headings. The parts follow each other without a gap, the first is of level 0; one pass.
 */
export function outlineNote(text: string, from: number): readonly OutlinePart[] {
	const parts: OutlinePart[] = [];
	let open = { level: 0, heading: "", start: from, text: from };
	let fence = "";
	for (let start = from; start < text.length;) {
		const newline = text.indexOf("\n", start);
		const next = newline === -1 ? text.length : newline + 1;
		const line = text.slice(start, newline === -1 ? next : newline).trimEnd();
		fence = followFence(line, fence);
		const heading = fence === "" ? readHeading(line) : undefined;
		if (heading !== undefined) {
			parts.push({ ...open, end: start });
			open = { level: heading.level, heading: heading.title, start, text: next };
		}
		start = next;
	}
	parts.push({ ...open, end: text.length });
	return parts;
}

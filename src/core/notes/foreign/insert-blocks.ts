import { followFence } from "../document/fence-marks";

/** Where something is put: an offset and, for several at the same one, how deep in the outline (the deeper comes first). */
export interface InsertionPlace {
	/** UTF-16 offset, at the end of a line. */
	readonly at: number;
	readonly depth: number;
}

/** Blocks to put somewhere, with empty lines between them. */
export interface Insertion extends InsertionPlace {
	readonly text: string;
}

/** Deeper than any heading: text that belongs to the part before the offset. */
export const INNERMOST = 99;

/** The offset of the end of the last line that is not blank, from `start` on. */
export function endOfContent(body: string, start: number, end: number): number {
	const content = start + body.slice(start, end).trimEnd().length;
	if (content === start) return start;
	const newline = body.indexOf("\n", content);
	const lineEnd = newline === -1 ? body.length : newline;
	return lineEnd > content && body[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd;
}

/** Puts blocks into a body, in the body's own line breaks; what is there stays as it is. */
export function insertBlocks(body: string, insertions: readonly Insertion[]): string {
	if (insertions.length === 0) return body;
	const lineBreak = body.includes("\r\n") ? "\r\n" : "\n";
	const gap = lineBreak + lineBreak;
	const ordered = insertions
		.map((insertion, order) => ({ ...insertion, order }))
		.sort((a, b) => a.at - b.at || b.depth - a.depth || a.order - b.order);
	const last = endOfContent(body, 0, body.length);
	let closing = openFenceAtEnd(body);
	const out: string[] = [];
	let from = 0;
	let isStart = true;
	for (const { at, text } of ordered) {
		out.push(body.slice(from, at));
		from = at;
		// A fence that nothing closes would take in what is added behind it.
		if (closing !== "" && at === last) {
			out.push(lineBreak + closing);
			closing = "";
		}
		out.push(isStart && at === 0 ? "" : gap, text.replaceAll("\n", lineBreak));
		isStart = false;
		if (at === 0 && body.trim() !== "") out.push(gap);
	}
	const rest = body.slice(from);
	return out.join("") + (rest === "" ? lineBreak : rest);
}

/** The marks of a fence that is still open at the end, "" for none. */
function openFenceAtEnd(body: string): string {
	return body.split("\n").reduce((open, line) => followFence(line.trimEnd(), open), "");
}

import { endOfLine } from "../../text/end-of-line";
import { classifyLine, type LineContext } from "./classify-line";
import { endOfFence, endOfMath } from "./find-ends";
import type { HeadingFinder, Stretch } from "./find-headings";
import { fenceLength, shapeOf, type LineShape } from "./line-shape";
import type { ListBuilder, NotePlace } from "./list-items";
import type { InlineScanner } from "./scan-inline";
import { skipPlain } from "./skip-plain";

/** What goes over the lines of a text, and how far it is. */
export interface LineScan {
	readonly text: string;
	readonly inline: InlineScanner;
	readonly lists: ListBuilder;
	readonly headings: HeadingFinder;
	/** Where in the note an item stands that starts on the line at an offset. Offsets only grow. */
	readonly place: (lineStart: number) => NotePlace;
	/** Start of the last line that was taken in. */
	lineStart: number;
	/** Offset behind the last block that is no paragraph. */
	blockEnd: number;
	/** Offset behind the last line that is known to be text. */
	textEnd: number;
	/** Offset behind the last line that is known to be blank. */
	blankEnd: number;
}

/** Gives a scan for a text in which the last block that is no paragraph ends at an offset. */
export function createLineScan(
	parts: Pick<LineScan, "text" | "inline" | "lists" | "headings" | "place">,
	blockEnd: number,
): LineScan {
	const { text, inline, lists, headings, place } = parts;
	const seen = { lineStart: blockEnd, blockEnd, textEnd: -1, blankEnd: -1 };
	return { text, inline, lists, headings, place, ...seen };
}

/**
 * Passes over what needs no look outside lists, and gives the line on which the scan goes on, or the text's end. Fenced code goes to
 * `fences`.
 */
export function passPlain(scan: LineScan, from: number, fences: Stretch[]): number {
	const before = fences.length;
	const next = skipPlain(scan.text, from, fences);
	if (fences.length > before) scan.blockEnd = fences.at(-1)?.[1] ?? scan.blockEnd;
	return next;
}

/**
 * Takes in the line at an offset; gives the offset behind it, or behind the block that it opens (CommonMark 0.31, with what Obsidian
 * adds).
 */
export function scanLine(scan: LineScan, lineStart: number): number {
	const { text, lists, inline, headings } = scan;
	const lineEnd = endOfLine(text, lineStart);
	const shape = shapeOf(text, lineStart, lineEnd);
	const { start } = shape;
	let block = shape;
	scan.lineStart = lineStart;
	if (start >= lineEnd) {
		scan.blankEnd = lineEnd + 1;
		return scan.blankEnd;
	}
	const context = contextOf(scan, shape);
	const kind = classifyLine(text, shape, lineEnd, context);
	let end = lineEnd + 1;
	switch (kind.type) {
		case "text":
			lists.text(shape, { lineStart, start, lineEnd }, context.isBlankBefore);
			inline.scan(start, lineEnd);
			scan.textEnd = end;
			return end;
		case "item": {
			const around = scan.place(lineStart);
			lists.open(kind.marker, { lineStart, start, lineEnd, shape, ...around });
			scan.textEnd = end;
			const { marker } = kind;
			const length = fenceLength(text, marker.start, lineEnd);
			if (length === 0) {
				inline.scan(marker.start, lineEnd);
				return end;
			}
			end = endOfFence(text, lineEnd, length, text.charCodeAt(marker.start), shape.quote);
			headings.skip(lineStart, end);
			block = { ...shape, indent: shape.indent + marker.width, start: marker.start };
			break;
		}
		case "fence":
			end = endOfFence(text, lineEnd, kind.length, text.charCodeAt(start), shape.quote);
			headings.skip(lineStart, end);
			break;
		case "math":
			end = endOfMath(text, lineEnd);
			headings.skip(lineStart, end);
			break;
		case "heading":
			inline.scan(start + kind.level, lineEnd);
			break;
		case "underline":
			headings.underlined(startOfLineBefore(text, lineStart), lineStart - 1);
			break;
		case "code":
		case "break":
			break;
	}
	lists.interrupt(block, end - 1);
	scan.blockEnd = end;
	return end;
}

/** What the lines before mean for the one at hand. */
function contextOf(scan: LineScan, shape: LineShape): LineContext {
	const { text, lists, lineStart } = scan;
	const isInList = !lists.isEmpty();
	const column = isInList ? lists.contentColumn(shape) : 0;
	const isBlankBefore = isBlankAbove(scan);
	if (isInList) {
		return { column, isInList, isBlankBefore, isParagraph: !isBlankBefore, isUnderlinable: false };
	}
	const before = startOfLineBefore(text, lineStart);
	const isDeep = shape.indent >= 4;
	const isParagraph = !isBlankBefore && !(isDeep && isCodeBefore(scan, before));
	const isUnderlinable = isParagraph && shape.quote === 0 && isAlone(scan, before);
	return { column, isInList, isBlankBefore, isParagraph, isUnderlinable };
}

/** Whether no paragraph goes on from the line above the one at hand; it is looked at only where it was passed over. */
function isBlankAbove({ text, lineStart, blockEnd, blankEnd, textEnd }: LineScan): boolean {
	if (lineStart <= blockEnd || lineStart === blankEnd) return true;
	return (
		lineStart !== textEnd && isBreakingLine(text, startOfLineBefore(text, lineStart), lineStart)
	);
}

/** Whether the indented lines that end with the one at `start` are code: nothing before them is text that they would continue. */
function isCodeBefore({ text, blockEnd, textEnd }: LineScan, start: number): boolean {
	for (let at = start; ; at = startOfLineBefore(text, at)) {
		if (at < textEnd) return false;
		const end = endOfLine(text, at) + 1;
		if (at < blockEnd || isBreakingLine(text, at, end)) return true;
		if (shapeOf(text, at, end).indent < 4) return false;
		if (at === 0) return true;
	}
}

/** Whether the line that starts at `start` is text, and the first of its paragraph. */
function isAlone({ text, blockEnd }: LineScan, start: number): boolean {
	if (text.charAt(start) === ">") return false;
	return start <= blockEnd || isBreakingLine(text, startOfLineBefore(text, start), start);
}

/** Whether no paragraph goes on behind the line from `start` to `end`: it is blank, or a heading. */
function isBreakingLine(text: string, start: number, end: number): boolean {
	const shape = shapeOf(text, start, end - 1);
	return shape.start >= end - 1 || (shape.indent < 4 && HEADING.test(text.slice(shape.start, end)));
}

const HEADING = /^#{1,6}\s/;

function startOfLineBefore(text: string, lineStart: number): number {
	return lineStart < 2 ? 0 : text.lastIndexOf("\n", lineStart - 2) + 1;
}

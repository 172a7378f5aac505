import type { NoteItem, NoteLink, RawField } from "../note-record";
import { classifyLine, type LineContext } from "./classify-line";
import { endOfFence, endOfLine, endOfMath } from "./find-ends";
import { createHeadingFinder, type HeadingFinder, type Stretch } from "./find-headings";
import { lineFields } from "./inline-fields";
import { keepText } from "./keep-text";
import { fenceLength, shapeOf, type LineShape } from "./line-shape";
import { createListBuilder, type ListBuilder, type PlacedLink, type Span } from "./list-items";
import { createInlineScanner, type InlineScanner } from "./scan-inline";

/** What the text of a note holds. */
export interface BodyScan {
	/** Each tag as often as it occurs. */
	readonly tags: readonly string[];
	/** Links and embeds, in the order of the text. */
	readonly links: readonly NoteLink[];
	readonly items: readonly NoteItem[];
	/** Inline fields of lines that are in no list. */
	readonly fields: readonly RawField[];
}

/** What a scan works on, and how far it is. */
interface Scan {
	readonly text: string;
	readonly inline: InlineScanner;
	readonly lists: ListBuilder;
	readonly headings: HeadingFinder;
	readonly lineOf: (offset: number) => number;
	/** Start of the line at hand. */
	lineStart: number;
	/** Offset behind the last block that is no paragraph. */
	blockEnd: number;
	/** Offset behind the last line that is known to be text. */
	textEnd: number;
	/** Offset behind the last line that is known to be blank. */
	blankEnd: number;
}

/**
 * What a line outside lists has to have to be worth a look: the start of an item, fence or formula, a line under a heading, a tag, or a
 * link that does not lead to the web. Everything else passes without being taken apart.
 */
const NOTABLE =
	/^[ \t>]*(?:[-+*](?:[ \t\r\n]|$)|\d{1,9}[.)](?:[ \t\r\n]|$)|`{3}|~{3}|\$\$|(?:=+|-+)[ \t\r]*$)|(?:^|[ \t\u00a0\u3000])#\d*[^\s\d#{]|\[\[|\]\((?!https?:)/gm;

const NOTHING: readonly never[] = [];

/**
 * Scans the Markdown of a note in one pass, from the offset `body` on: list items and tasks, links, tags, inline fields.
 *
 * Links and tags in code are none; fields are read in code and in the front matter's lines too, as Dataview 0.5.70 does.
 */
export function scanBody(text: string, body: number): BodyScan {
	const fences: Stretch[] = [];
	const start = skipPlain(text, body, fences);
	const hasFields = text.includes("::");
	if (start >= text.length) {
		const fields = hasFields ? findFields(text, NOTHING) : NOTHING;
		return { tags: NOTHING, links: NOTHING, items: NOTHING, fields };
	}
	const tags: string[] = [];
	const links: PlacedLink[] = [];
	const sink = {
		tag: (tag: string): void => void tags.push(keepText(tag)),
		link: (link: NoteLink): void => void links.push({ lineStart: scan.lineStart, link }),
	};
	const scan: Scan = {
		text,
		inline: createInlineScanner(text, sink),
		lists: createListBuilder(text),
		headings: createHeadingFinder(text, body, fences),
		lineOf: createLineCounter(text),
		lineStart: start,
		blockEnd: fences.at(-1)?.[1] ?? body,
		textEnd: -1,
		blankEnd: -1,
	};
	for (let at = start; at < text.length;) {
		at = scanLine(scan, at);
		// In a list every line matters, elsewhere only what stands out.
		if (!scan.lists.isEmpty()) continue;
		const before = fences.length;
		at = skipPlain(text, at, fences);
		if (fences.length > before) scan.blockEnd = fences.at(-1)?.[1] ?? scan.blockEnd;
	}
	const { items, covered } = scan.lists.finish(links);
	const fields = hasFields ? findFields(text, covered) : NOTHING;
	return {
		tags,
		links: links.length === 0 ? NOTHING : links.map((placed) => placed.link),
		items: items.length === 0 ? NOTHING : items,
		fields: fields.length === 0 ? NOTHING : fields,
	};
}

/**
 * Passes over text and fenced code, which is all that many notes hold: gives the next line that is more, or the text's end. The code
 * goes to `fences`.
 */
function skipPlain(text: string, from: number, fences: Stretch[]): number {
	for (let at = nextNotable(text, from); ;) {
		if (!text.startsWith("```", at)) return at;
		const lineEnd = endOfLine(text, at);
		const length = fenceLength(text, at, lineEnd);
		if (length === 0) return at;
		const end = endOfFence(text, lineEnd, length, text.charCodeAt(at), 0);
		fences.push([at, end]);
		at = nextNotable(text, end);
	}
}

/** Start of the next line from an offset on that is worth a look, or the text's end. */
function nextNotable(text: string, from: number): number {
	NOTABLE.lastIndex = from;
	if (from >= text.length || !NOTABLE.test(text)) return text.length;
	return Math.max(from, text.lastIndexOf("\n", NOTABLE.lastIndex - 2) + 1);
}

/** Takes in the line at an offset; gives the offset behind it, or behind the block that it opens. */
function scanLine(scan: Scan, lineStart: number): number {
	const { text, lists, inline, headings } = scan;
	const lineEnd = endOfLine(text, lineStart);
	const shape = shapeOf(text, lineStart, lineEnd);
	const { start } = shape;
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
			const place = { lineStart, start, lineEnd, shape, line: scan.lineOf(lineStart) };
			lists.open(kind.marker, { ...place, heading: headings.above(lineStart) });
			inline.scan(kind.marker.start, lineEnd);
			scan.textEnd = end;
			return end;
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
	lists.interrupt(shape, end - 1);
	scan.blockEnd = end;
	return end;
}

/** What the lines before mean for the one at hand. */
function contextOf(scan: Scan, shape: LineShape): LineContext {
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
function isBlankAbove({ text, lineStart, blockEnd, blankEnd, textEnd }: Scan): boolean {
	if (lineStart <= blockEnd || lineStart === blankEnd) return true;
	return (
		lineStart !== textEnd && isBreakingLine(text, startOfLineBefore(text, lineStart), lineStart)
	);
}

/** Whether the indented lines that end with the one at `start` are code: nothing before them is text that they would continue. */
function isCodeBefore({ text, blockEnd, textEnd }: Scan, start: number): boolean {
	for (let at = start; ; at = startOfLineBefore(text, at)) {
		if (at < textEnd) return false;
		const end = endOfLine(text, at) + 1;
		if (at < blockEnd || isBreakingLine(text, at, end)) return true;
		if (shapeOf(text, at, end).indent < 4) return false;
		if (at === 0) return true;
	}
}

/** Whether the line that starts at `start` is text, and the first of its paragraph. */
function isAlone({ text, blockEnd }: Scan, start: number): boolean {
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

/** Inline fields on all lines outside lists. */
function findFields(text: string, covered: readonly Span[]): RawField[] {
	const fields: RawField[] = [];
	let span = 0;
	for (let found = text.indexOf("::"); found !== -1;) {
		const start = text.lastIndexOf("\n", found) + 1;
		const end = endOfLine(text, found);
		while ((covered[span]?.last ?? Infinity) < start) span++;
		const isCovered = (covered[span]?.first ?? Infinity) <= start;
		if (!isCovered) fields.push(...lineFields(text.slice(start, end).trim()));
		found = text.indexOf("::", end);
	}
	return fields;
}

/** Gives the 0-based line of offsets that only grow. */
function createLineCounter(text: string): (offset: number) => number {
	let line = 0;
	let counted = 0;
	return (offset) => {
		for (let at = text.indexOf("\n", counted); at !== -1 && at < offset;) {
			line++;
			counted = at + 1;
			at = text.indexOf("\n", counted);
		}
		return line;
	};
}

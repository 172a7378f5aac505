import { endOfTag } from "../literals/names";
import type { NoteItem, NoteLink, RawField } from "../note-record";
import { itemFields } from "./inline-fields";
import { keepText } from "../../text/keep-text";
import type { LineShape, Marker } from "./line-shape";

/** A stretch of a text, from the start of its first line to somewhere on its last. */
export interface Span {
	readonly first: number;
	last: number;
}

/** A link with the offset of the line it stands on. */
export interface PlacedLink {
	readonly lineStart: number;
	readonly link: NoteLink;
}

/** Puts the lines of a note together to list items, one line after the other. */
export interface ListBuilder {
	/** Whether the line before was in no list. */
	isEmpty(): boolean;
	/** Column at which the content of the innermost item begins that a line can lie in, 0 where there is none. */
	contentColumn(shape: LineShape): number;
	/** A line that opens an item. */
	open(marker: Marker, place: ItemPlace): void;
	/** A line of text: it continues an item, lies under one, or ends the list. */
	text(shape: LineShape, place: LinePlace, isBlankBefore: boolean): void;
	/** A block that is no paragraph: it lies under an item or ends the list. `last` is an offset on its last line. */
	interrupt(shape: LineShape, last: number): void;
	/** The stretches in which whole lines are no page fields. */
	readonly covered: readonly Span[];
	/** The inline fields of items that are no tasks. */
	fields(): RawField[];
	/** The items in the order of their lines. */
	finish(links: readonly PlacedLink[]): NoteItem[];
}

/** Where a line lies, in UTF-16 offsets. */
export interface LinePlace {
	readonly lineStart: number;
	/** First character behind blanks and quote marks. */
	readonly start: number;
	readonly lineEnd: number;
}

/** Where in the note an item starts. */
export interface NotePlace {
	/** 0-based. */
	readonly line: number;
	/** Text of the heading above it, null where there is none. */
	readonly heading: string | null;
}

/** Where an item starts, and what is above it. */
export interface ItemPlace extends LinePlace, NotePlace {
	readonly shape: LineShape;
}

interface OpenItem {
	readonly marker: Marker;
	readonly place: ItemPlace;
	readonly parent: OpenItem | undefined;
	readonly list: number;
	/** Offset of the end of its own text. */
	end: number;
	lineCount: number;
	/** Whether the next line can still continue its text. */
	isOpen: boolean;
}

/** Gives a builder for one note. */
export function createListBuilder(text: string): ListBuilder {
	const items: OpenItem[] = [];
	const covered: Span[] = [];
	const stack: OpenItem[] = [];
	/** The stretch of the list that is open, where it lies in no quote. */
	let span: Span | undefined;

	/** Drops the items in which a line at that indentation cannot lie. */
	const narrow = (shape: LineShape): void => {
		while (stack.length > 0 && !holds(stack.at(-1), shape)) stack.pop();
		if (stack.length === 0) span = undefined;
	};
	return {
		isEmpty: () => stack.length === 0,
		contentColumn: (shape) => contentOf(innermost(stack, shape)),
		open(marker, place) {
			const { shape, lineStart } = place;
			const previous = stack[0];
			narrow(shape);
			const parent = stack.at(-1);
			const isSameList =
				previous !== undefined &&
				previous.place.shape.quote === shape.quote &&
				isAlike(previous, marker);
			if (parent === undefined && shape.quote === 0) {
				span = (isSameList ? covered.at(-1) : undefined) ?? startSpan(covered, lineStart);
			}
			if (span !== undefined) span.last = lineStart;
			else covered.push({ first: lineStart, last: lineStart });
			const list = shape.quote > 0 ? -1 : (parent ?? (isSameList ? previous : undefined))?.list;
			const item: OpenItem = {
				marker,
				place,
				parent,
				list: list ?? place.line,
				end: place.lineEnd,
				lineCount: 1,
				isOpen: true,
			};
			items.push(item);
			stack.push(item);
		},
		text(shape, { lineStart, lineEnd }, isBlankBefore) {
			const current = stack.at(-1);
			if (current === undefined) return;
			const isLazy = !isBlankBefore && current.isOpen;
			if (isLazy && shape.quote === current.place.shape.quote) {
				current.end = lineEnd;
				current.lineCount++;
				const own = span ?? covered.at(-1);
				if (own !== undefined) own.last = lineStart;
				return;
			}
			current.isOpen = false;
			narrow(shape);
			if (span !== undefined) span.last = lineStart;
		},
		interrupt(shape, last) {
			const current = stack.at(-1);
			if (current === undefined) return;
			current.isOpen = false;
			narrow(shape);
			if (span !== undefined) span.last = last;
		},
		covered,
		fields: () => items.flatMap((item) => noteFields(text, item)),
		finish: (links) => finishItems(text, items, links),
	};
}

function innermost(stack: readonly OpenItem[], shape: LineShape): OpenItem | undefined {
	for (let at = stack.length - 1; at >= 0; at--) {
		const item = stack[at];
		if (holds(item, shape)) return item;
	}
	return undefined;
}

function startSpan(covered: Span[], first: number): Span {
	const span = { first, last: first };
	covered.push(span);
	return span;
}

function holds(item: OpenItem | undefined, shape: LineShape): boolean {
	if (item === undefined || item.place.shape.quote !== shape.quote) return false;
	return shape.indent >= contentOf(item);
}

function contentOf(item: OpenItem | undefined): number {
	return item === undefined ? 0 : item.place.shape.indent + item.marker.width;
}

/** Items of one list have the same bullet, or numbers with the same mark behind them (CommonMark 0.31, 5.3). */
function isAlike(item: OpenItem, marker: Marker): boolean {
	return item.marker.symbol.at(-1) === marker.symbol.at(-1);
}

function finishItems(
	text: string,
	items: readonly OpenItem[],
	links: readonly PlacedLink[],
): NoteItem[] {
	let from = 0;
	return items.map((item) => {
		while ((links[from]?.lineStart ?? Infinity) < item.place.lineStart) from++;
		const own: PlacedLink[] = [];
		for (let at = from; (links[at]?.lineStart ?? Infinity) < item.end; at++) {
			const placed = links[at];
			if (placed !== undefined) own.push(placed);
		}
		if (own.length > 1) own.sort(compareLinks);
		return finishItem(
			text,
			item,
			own.map(({ link }) => link),
		);
	});
}

/** Line by line, and on a line its embeds behind its links, as Dataview has them. */
function compareLinks(a: PlacedLink, b: PlacedLink): number {
	return a.lineStart - b.lineStart || Number(a.link.embed) - Number(b.link.embed);
}

function finishItem(text: string, item: OpenItem, links: readonly NoteLink[]): NoteItem {
	const { place, marker } = item;
	const { content, flat, status } = contentOfItem(text, item);
	const block = content.includes("^") ? /(?:^|\s)\^([\w-]+)$/.exec(content) : null;
	return {
		line: place.line,
		lineCount: item.lineCount,
		symbol: marker.symbol,
		text: keepText(content),
		status,
		parent: item.parent?.place.line ?? null,
		list: item.list,
		heading: place.heading,
		blockId: block?.[1] === undefined ? null : keepText(block[1]),
		tags: content.includes("#") ? itemTags(flat) : NONE,
		links: links.length === 0 ? NONE : links,
		fields: itemFields(flat, status !== null),
	};
}

/** The fields of an item that are the note's too: those of a task stay its own. */
function noteFields(text: string, item: OpenItem): readonly RawField[] {
	const { flat, status } = contentOfItem(text, item);
	return status === null ? itemFields(flat, false) : NONE;
}

/** The text of an item as written and in one line, and what its checkbox holds. */
function contentOfItem(
	text: string,
	{ marker, end, lineCount }: OpenItem,
): { readonly content: string; readonly flat: string; readonly status: string | null } {
	const box = /^\[.?\]/u.exec(text.slice(marker.start, marker.start + 4));
	const start = marker.start + (box?.[0].length ?? 0);
	const content = joinLines(text.slice(start, end), lineCount);
	const flat = lineCount === 1 ? content : content.replaceAll("\n", " ");
	return { content, flat, status: readStatus(text.slice(marker.start, marker.start + 5)) };
}

const NONE: readonly never[] = [];

function joinLines(part: string, count: number): string {
	if (count === 1) return part.trim();
	return part
		.split("\n")
		.map((line) => line.trim())
		.join("\n");
}

/** A checkbox holds one character and has a blank or the line's end behind it. */
function readStatus(text: string): string | null {
	const match = /^\[(.)\](?:\s|$)/u.exec(text);
	return match?.[1] ?? null;
}

/** The tags of an item's text as Dataview finds them: anywhere, up to a blank or punctuation. */
function itemTags(text: string): string[] {
	const tags = new Set<string>();
	for (const [word] of text.matchAll(/#[^\s,;.:!?'"`()[\]{}]+/g)) {
		if (endOfTag(word, 0) === word.length) tags.add(keepText(word));
	}
	return [...tags];
}

import {
	fenceLength,
	headingLevel,
	isBreak,
	readMarker,
	type LineShape,
	type Marker,
} from "./line-shape";

/** What a line is the start of. */
export type LineKind =
	| { readonly type: "text" | "code" | "break" | "math" }
	| { readonly type: "fence"; readonly length: number }
	| { readonly type: "heading" | "underline"; readonly level: number }
	| { readonly type: "item"; readonly marker: Marker };

/** What the lines before mean for a line. */
export interface LineContext {
	/** Column from which the content of the list item around it counts, 0 outside lists. */
	readonly column: number;
	readonly isInList: boolean;
	readonly isBlankBefore: boolean;
	/** Whether it can continue a paragraph. */
	readonly isParagraph: boolean;
	/** Whether the line before is a paragraph's first, outside lists and quotes. */
	readonly isUnderlinable: boolean;
}

const TEXT = { type: "text" } as const;
const CODE = { type: "code" } as const;
const BREAK = { type: "break" } as const;
const MATH = { type: "math" } as const;

/** Tells what the line with that shape is, up to its end at `to` (CommonMark 0.31 with Obsidian's `$$` blocks). */
export function classifyLine(
	text: string,
	shape: LineShape,
	to: number,
	context: LineContext,
): LineKind {
	const { start } = shape;
	if (shape.indent >= context.column + 4) {
		const startsCode = context.isBlankBefore || !context.isParagraph;
		return startsCode ? CODE : TEXT;
	}
	switch (text.charCodeAt(start)) {
		case 0x60:
		case 0x7e: {
			const length = fenceLength(text, start, to);
			return length > 0 ? { type: "fence", length } : TEXT;
		}
		case 0x23: {
			const level = headingLevel(text, start, to);
			return level > 0 ? { type: "heading", level } : TEXT;
		}
		case 0x24: {
			const isBlock = text.startsWith("$$", start) && !text.slice(start + 2, to).includes("$$");
			return isBlock ? MATH : TEXT;
		}
		case 0x3d:
			return isUnderline(text, start, to, context) ? { type: "underline", level: 1 } : TEXT;
		case 0x2d:
			if (isUnderline(text, start, to, context)) return { type: "underline", level: 2 };
			return isBreak(text, start, to) ? BREAK : itemOr(text, start, to, context);
		case 0x2a:
		case 0x5f:
			return isBreak(text, start, to) ? BREAK : itemOr(text, start, to, context);
		default:
			return itemOr(text, start, to, context);
	}
}

function itemOr(text: string, start: number, to: number, context: LineContext): LineKind {
	const code = text.charCodeAt(start);
	const isBullet = code === 0x2d || code === 0x2a || code === 0x2b;
	if (!isBullet && !(code >= 0x30 && code <= 0x39)) return TEXT;
	const marker = readMarker(text, start, to);
	if (marker === undefined) return TEXT;
	// A paragraph is interrupted only by an item with content, and by a number only where that is 1.
	const interrupts = marker.start < to && (isBullet || /^1[.)]$/.test(marker.symbol));
	const isFree = context.isInList || !context.isParagraph;
	return isFree || interrupts ? { type: "item", marker } : TEXT;
}

function isUnderline(text: string, start: number, to: number, context: LineContext): boolean {
	if (!context.isUnderlinable) return false;
	const mark = text.charCodeAt(start);
	let end = to;
	while (end > start && /\s/.test(text.charAt(end - 1))) end--;
	for (let at = start; at < end; at++) if (text.charCodeAt(at) !== mark) return false;
	return true;
}

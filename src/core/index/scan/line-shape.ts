/** How a line starts: quote marks, indentation, and where its content begins. */
export interface LineShape {
	/** Number of `>` before the content. */
	readonly quote: number;
	/** Columns before the content, counted behind the quote marks; a tab reaches to the next multiple of four. */
	readonly indent: number;
	/** Offset of the first character that is neither blank nor a quote mark; the line's end where there is none. */
	readonly start: number;
}

/** A list marker. */
export interface Marker {
	/** `-`, `*`, `+`, `1.` or `1)`. */
	readonly symbol: string;
	/** Column at which the item's content begins, relative to the marker. */
	readonly width: number;
	/** Offset of the content. */
	readonly start: number;
}

const SPACE = 0x20;
const TAB = 0x09;

/** Measures the start of the line from `from` to `to`. */
export function shapeOf(text: string, from: number, to: number): LineShape {
	let quote = 0;
	let indent = 0;
	let at = from;
	for (; at < to; at++) {
		const code = text.charCodeAt(at);
		if (code === SPACE) indent++;
		else if (code === TAB) indent += 4 - (indent % 4);
		else if (code === 0x3e && indent < 4) {
			quote++;
			indent = 0;
			// One blank behind the mark belongs to it.
			if (text.charCodeAt(at + 1) === SPACE && at + 1 < to) at++;
		} else if (code !== 0x0d) break;
	}
	return { quote, indent, start: at };
}

/** Reads a list marker at an offset, undefined where there is none (CommonMark 0.31, 5.2). */
export function readMarker(text: string, at: number, to: number): Marker | undefined {
	const code = text.charCodeAt(at);
	let end = at + 1;
	if (code >= 0x30 && code <= 0x39) {
		while (end < to && end - at < 9 && isDigit(text.charCodeAt(end))) end++;
		const mark = text.charAt(end);
		if (end >= to || (mark !== "." && mark !== ")")) return undefined;
		end++;
	} else if (code !== 0x2d && code !== 0x2a && code !== 0x2b) return undefined;
	const symbol = text.slice(at, end);
	if (end >= to || text.charCodeAt(end) === 0x0d) {
		return { symbol, width: symbol.length + 1, start: end };
	}
	let start = end;
	let columns = 0;
	for (; start < to; start++) {
		const next = text.charCodeAt(start);
		if (next === SPACE) columns++;
		else if (next === TAB) columns += 4 - ((symbol.length + columns) % 4);
		else break;
	}
	if (columns === 0) return undefined;
	return { symbol, width: symbol.length + (columns > 4 ? 1 : columns), start };
}

/** Tells whether the rest of a line is a thematic break: three or more of one of `-`, `*`, `_`, and blanks. */
export function isBreak(text: string, at: number, to: number): boolean {
	const mark = text.charCodeAt(at);
	if (mark !== 0x2d && mark !== 0x2a && mark !== 0x5f) return false;
	let count = 0;
	for (let next = at; next < to; next++) {
		const code = text.charCodeAt(next);
		if (code === mark) count++;
		else if (code !== SPACE && code !== TAB && code !== 0x0d) return false;
	}
	return count >= 3;
}

/** Number of backticks or tildes that open a fence at an offset, 0 where they open none. */
export function fenceLength(text: string, at: number, to: number): number {
	const mark = text.charCodeAt(at);
	if (mark !== 0x60 && mark !== 0x7e) return 0;
	let end = at;
	while (end < to && text.charCodeAt(end) === mark) end++;
	if (end - at < 3) return 0;
	// A line with more backticks behind the first ones is inline code.
	if (mark === 0x60 && text.slice(end, to).includes("`")) return 0;
	return end - at;
}

/** Level of the heading that starts at an offset, 0 where none does. */
export function headingLevel(text: string, at: number, to: number): number {
	let end = at;
	while (end < to && text.charCodeAt(end) === 0x23) end++;
	const level = end - at;
	if (level > 6) return 0;
	const next = text.charCodeAt(end);
	return end >= to || next === SPACE || next === TAB || next === 0x0d ? level : 0;
}

function isDigit(code: number): boolean {
	return code >= 0x30 && code <= 0x39;
}

import { endOfLine } from "../../text/end-of-line";
import { keepText } from "../../text/keep-text";

/** A stretch of a text: offset of its first line, offset behind its last. */
export type Stretch = readonly [from: number, to: number];

/** Finds the heading above a place, by looking back from it: most notes have no list item that asks. */
export interface HeadingFinder {
	/** Tells of a stretch in which nothing is a heading, such as code. Stretches come in order. */
	skip(from: number, to: number): void;
	/** Tells of a line that is a heading by being underlined. */
	underlined(from: number, to: number): void;
	/** Text of the nearest heading above an offset, null where there is none. Offsets only grow. */
	above(offset: number): string | null;
}

/**
 * Gives a finder for a text from the offset `from` on; `skipped` are the stretches known so far, `heading` is the one above the text.
 */
export function createHeadingFinder(
	text: string,
	from: number,
	skipped: Stretch[],
	heading: string | null = null,
): HeadingFinder {
	let searched = from;
	let current = heading;
	let under: { readonly from: number; readonly heading: string } | undefined;
	return {
		skip: (from, to) => void skipped.push([from, to]),
		underlined: (from, to) =>
			void (under = { from, heading: keepText(text.slice(from, to).trim()) }),
		above(offset) {
			const found = findBack(text, searched, offset, skipped);
			if (under !== undefined && under.from >= Math.max(searched, found ?? 0)) {
				current = under.heading;
			} else if (found !== undefined) current = headingText(text, found);
			searched = offset;
			skipped.length = 0;
			return current;
		},
	};
}

/** Start of the last heading line between two offsets that lies in no skipped stretch. */
function findBack(
	text: string,
	from: number,
	to: number,
	skipped: readonly Stretch[],
): number | undefined {
	// A search from the end of the whole text would not stop at `from`.
	const part = text.slice(from, to);
	let next = skipped.length - 1;
	for (let at = lastMark(part, part.length); at !== -1; at = lastMark(part, at)) {
		const start = from + at;
		while (next >= 0 && (skipped[next]?.[0] ?? 0) > start) next--;
		const isSkipped = start < (skipped[next]?.[1] ?? 0);
		HEADING.lastIndex = at;
		if (!isSkipped && HEADING.test(part)) return start;
	}
	return undefined;
}

const HEADING = /#{1,6}(?:\s|$)/y;

/** Start of the last line before an offset that begins with `#`, -1 where there is none. */
function lastMark(part: string, before: number): number {
	if (before <= 0) return -1;
	const found = before < 2 ? -1 : part.lastIndexOf("\n#", before - 2);
	return found === -1 ? (part.startsWith("#") ? 0 : -1) : found + 1;
}

function headingText(text: string, start: number): string {
	let from = start;
	while (text.charAt(from) === "#") from++;
	const line = text.slice(from, endOfLine(text, from)).trim();
	const closed = line.endsWith("#") ? /(?:^|[ \t])#+$/.exec(line) : null;
	return keepText(closed === null ? line : line.slice(0, closed.index).trimEnd());
}

import { endOfLine } from "../../text/end-of-line";
import { DATE_MARK } from "./inline-fields";
import { shapeOf } from "./line-shape";
import type { InlineScanner } from "./scan-inline";

/** Finds lists that can be passed over without being taken apart. */
export interface QuietLists {
	/**
	 * Gives the end of the list that starts on the line at an offset, once its links and tags are found; undefined where it may hold
	 * code, formulas or inline fields, so that every line of it matters. Offsets only grow.
	 */
	pass(lineStart: number): QuietList | undefined;
}

/** Offset of the end of a list, and of the line on which the text goes on. */
export interface QuietList {
	readonly end: number;
	readonly next: number;
}

/** An item at the margin, whatever stands before it: a bullet or a 1 with content that cannot make it a thematic break. */
const ITEM = /(?:[-+*]|1[.)])[ \t]+[^\s\-*_]/y;
/** Behind a blank line, text at the margin that starts no item, break, quote, fence or formula; or a heading. No list goes on there. */
const BEHIND = /\n(?:[ \t\r]*\n[^\s>\-+*_\d`~$]|#{1,6}[ \t\r\n])/g;
/** A line that may make the one before it a heading. */
const UNDERLINE = /\n[ \t]*(?:=+|-+)[ \t\r]*(?:\n|$)/;
/** A line that may be indented code, or a tag right behind a quote mark: that is one only in a list. */
const CODE = /\n[ \t>]*(?: {4}|\t)|>#/;
/** What may be a link or tag. */
const INLINE = /\[\[|\]\((?!https?:)|(?:^|[ \t\r\u00a0\u3000])#\d*[^\s\d#{]/gm;

/** What inline fields, fences and formulas have. */
const LOUD = ["::", "```", "~~~", "$$"];
/** What links and tags have. */
const LINKING = ["[[", "](", "#"];

/** Gives a finder for the lists of one text; links and tags in them go to `inline`. */
export function createQuietLists(text: string, inline: InlineScanner): QuietLists {
	const nextLoud = createSearch(text, LOUD);
	const nextLink = createSearch(text, LINKING);
	/** The end of the last list that was not quiet: those up to there are not looked at again. */
	let passed = -1;
	return {
		pass(lineStart) {
			if (lineStart < passed) return undefined;
			ITEM.lastIndex = lineStart;
			if (!ITEM.test(text)) return undefined;
			const list = endOfLists(text, lineStart);
			const part = text.slice(lineStart, list.end);
			const mayLink = nextLink(lineStart) < list.end;
			const isLoud = nextLoud(lineStart) < list.end || isIntricate(part, mayLink);
			if (isLoud) passed = list.end;
			else if (mayLink) scanInline(part, lineStart, inline);
			return isLoud ? undefined : list;
		},
	};
}

/** Gives a search for the first of some words from offsets that only grow; what it found is kept until it is passed. */
function createSearch(text: string, words: readonly string[]): (from: number) => number {
	const next = words.map(() => -1);
	return (from) => {
		let first = text.length;
		for (let at = 0; at < words.length; at++) {
			let found = next[at] ?? 0;
			if (found < from) {
				found = text.indexOf(words[at] ?? "", from);
				if (found === -1) found = text.length;
				next[at] = found;
			}
			if (found < first) first = found;
		}
		return first;
	};
}

function endOfLists(text: string, from: number): QuietList {
	BEHIND.lastIndex = from;
	const match = BEHIND.exec(text);
	if (match === null) return { end: text.length, next: text.length };
	return { end: match.index, next: text.lastIndexOf("\n", BEHIND.lastIndex - 2) + 1 };
}

function isIntricate(part: string, mayLink: boolean): boolean {
	return UNDERLINE.test(part) || DATE_MARK.test(part) || (mayLink && CODE.test(part));
}

function scanInline(part: string, offset: number, inline: InlineScanner): void {
	INLINE.lastIndex = 0;
	while (INLINE.test(part)) {
		const start = part.lastIndexOf("\n", INLINE.lastIndex - 1) + 1;
		const end = endOfLine(part, INLINE.lastIndex - 1);
		inline.scan(offset + shapeOf(part, start, end).start, offset + end);
		INLINE.lastIndex = end;
	}
}

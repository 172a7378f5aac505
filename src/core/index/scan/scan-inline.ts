import type { NoteLink } from "../note-record";
import { keepText } from "../../text/keep-text";

/** What a line of Markdown holds besides text. */
export interface InlineSink {
	/** A tag with its `#`. */
	tag(tag: string): void;
	/** The inside of `[[…]]`, or of `![[…]]`. */
	wikiLink(inner: string, embed: boolean): void;
	/** A Markdown link to a file of the vault. */
	link(link: NoteLink): void;
}

/** Finds the tags and internal links in lines of one text; those in code spans are none. */
export interface InlineScanner {
	/** Scans one line, or a part of it. Lines come in the order of the text. */
	scan(from: number, to: number): void;
}

const BACKTICK = 0x60;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const HASH = 0x23;
/** A longer run of backticks is read as text, so that the search for its end stays linear. */
const LONGEST_TICKS = 32;
/** A longer destination, or one with more brackets in brackets, is no link, for the same reason. */
const LONGEST_DESTINATION = 1024;
const DEEPEST_DESTINATION = 8;

/** Gives a scanner for one text. */
export function createInlineScanner(text: string, sink: InlineSink): InlineScanner {
	const special = /[`[\]#\\]/g;
	// The search for the next special character may run past the line, so its result is kept for the lines to come.
	let searchedFrom = 0;
	let found = -1;
	const nextSpecial = (at: number): number => {
		if (found !== -1 && searchedFrom <= at && at <= found) return found;
		special.lastIndex = at;
		searchedFrom = at;
		found = special.test(text) ? special.lastIndex - 1 : text.length;
		return found;
	};
	return {
		scan(from, to) {
			let opened: number[] | undefined;
			for (let at = nextSpecial(from); at < to; at = nextSpecial(at)) {
				const code = text.charCodeAt(at);
				if (code === BACKTICK) at = endOfCode(text, at, to);
				else if (code === HASH) at = readTag(text, from, at, to, sink);
				else if (code === OPEN) {
					const end = text.charCodeAt(at + 1) === OPEN ? readWikiLink(text, at, to, sink) : at;
					if (end === at) (opened ??= []).push(at++);
					else at = end;
				} else if (code === CLOSE) {
					const start = opened?.pop();
					at = start === undefined ? at + 1 : readMarkdownLink(text, start, at, to, sink);
				} else at += 2;
			}
		},
	};
}

/** Offset behind a code span, or behind the backticks where they open none. */
function endOfCode(text: string, at: number, to: number): number {
	const length = runLength(text, at, to);
	const start = at + length;
	if (length > LONGEST_TICKS) return start;
	for (let next = text.indexOf("`", start); next !== -1 && next < to;) {
		const run = runLength(text, next, to);
		if (run === length) return next + run;
		next = text.indexOf("`", next + run);
	}
	return start;
}

function runLength(text: string, at: number, to: number): number {
	let end = at;
	while (end < to && text.charCodeAt(end) === BACKTICK) end++;
	return end - at;
}

/** ASCII letters, digits, `_`, `-`, `/`; beyond ASCII all but blanks and general punctuation. */
const TAG = /#[\w\-/\u0080-\u009f\u00a1-\u1fff\u2070-\u2dff\u2e80-\u2fff\u3001-\uffff]+/y;

/** Reads a tag, which stands at the line's start or behind a blank and has a character that is no digit; gives the offset behind it. */
function readTag(text: string, from: number, at: number, to: number, sink: InlineSink): number {
	if (at > from && !isBlank(text.charCodeAt(at - 1))) return at + 1;
	TAG.lastIndex = at;
	if (!TAG.test(text)) return at + 1;
	const end = Math.min(TAG.lastIndex, to);
	const tag = text.slice(at, end);
	if (/[^#\d]/.test(tag)) sink.tag(tag);
	return end;
}

function isBlank(code: number): boolean {
	return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000;
}

/** Gives the offset behind the link, or `at` where it is none: the inside holds no bracket. */
function readWikiLink(text: string, at: number, to: number, sink: InlineSink): number {
	const bracket = /[[\]]/g;
	bracket.lastIndex = at + 2;
	const end = bracket.test(text) ? bracket.lastIndex - 1 : to;
	if (end + 2 > to || !text.startsWith("]]", end)) return at;
	sink.wikiLink(text.slice(at + 2, end), text.charAt(at - 1) === "!");
	return end + 2;
}

/** Reads `(destination)` behind a `]`; gives the offset behind what it read. */
function readMarkdownLink(
	text: string,
	open: number,
	close: number,
	to: number,
	sink: InlineSink,
): number {
	if (text.charAt(close + 1) !== "(") return close + 1;
	const end = endOfDestination(text, close + 2, Math.min(to, close + LONGEST_DESTINATION));
	if (end === undefined) return close + 1;
	const bare = bareDestination(text.slice(close + 2, end).trim());
	if (bare === undefined) return close + 1;
	const target = destination(bare);
	if (target !== undefined) {
		const display = keepText(text.slice(open + 1, close));
		sink.link({ target, display, embed: text.charAt(open - 1) === "!" });
	}
	return end + 1;
}

/** Offset of the `)` that closes a destination; brackets in it come in pairs. */
function endOfDestination(text: string, from: number, to: number): number | undefined {
	const bracket = /[()]/g;
	bracket.lastIndex = from;
	let depth = 0;
	while (depth <= DEEPEST_DESTINATION && bracket.test(text) && bracket.lastIndex <= to) {
		if (text.charAt(bracket.lastIndex - 1) === "(") depth++;
		else if (depth-- === 0) return bracket.lastIndex - 1;
	}
	return undefined;
}

/** A title behind a destination. */
const TITLE = /^\s+(?:"[^"]*"|'[^']*'|\([^()]*\))$/;

/** The destination without its title; undefined where blanks or brackets make it none (CommonMark 0.31, 6.3): `[a:: 1](b:: 2)` is two fields. */
function bareDestination(inner: string): string | undefined {
	if (inner.startsWith("<")) {
		const end = inner.indexOf(">");
		return end === -1 ? undefined : inner.slice(1, end);
	}
	const bare = inner.split(/\s/, 1)[0] ?? "";
	const rest = inner.slice(bare.length);
	if (rest !== "" && !TITLE.test(rest)) return undefined;
	return bare.split("(").length === bare.split(")").length ? bare : undefined;
}

/** The path that a destination names, undefined where it leads out of the vault. */
function destination(bare: string): string | undefined {
	if (bare === "" || /^(?:[a-z][\w+.-]*:|\/\/)/i.test(bare)) return undefined;
	try {
		return keepText(decodeURIComponent(bare));
	} catch {
		return keepText(bare);
	}
}

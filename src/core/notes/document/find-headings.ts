import { followFence } from "./fence-marks";
import { stripBreak } from "./lines";
import { readHeading } from "./read-heading";

/** A heading among a text's lines. */
export interface Heading {
	/** 0-based index of its first line. */
	readonly line: number;
	/** Number of its lines: 1, or more for a heading with a line of `=` or `-` below it. */
	readonly lines: number;
	/** 1 to 6. */
	readonly level: number;
	/** Its text without marks, on one line. */
	readonly title: string;
}

/** The headings of a text, and which of its lines are code. */
export interface LineOutline {
	readonly headings: readonly Heading[];
	/** 1 for each line of a fenced block, its marks included; else 0. */
	readonly code: Uint8Array;
}

/** A line that starts something other than a paragraph: a list item, a quote, a table row, HTML, indented code. */
const NO_PARAGRAPH = /^(?: {4}|\t| {0,3}(?:[-*+>|<]|\d{1,9}[.)][ \t]))/;

/**
 * Finds the headings of a note's body, given as lines with or without their breaks (CommonMark 0.31, sections 4.2 and 4.3).
 *
 * Lines in fences, in `%%` comments and in HTML comments are no headings; a comment that nothing closes is none. One pass.
 */
export function outlineLines(lines: readonly string[]): LineOutline {
	const headings: Heading[] = [];
	const code = new Uint8Array(lines.length);
	const comments = createCommentFinder(lines);
	let fence = "";
	/** Where the paragraph that the next line may underline starts, -1 for none. */
	let paragraph = -1;
	for (let at = 0; at < lines.length; at++) {
		const line = stripBreak(lines[at] ?? "").trimEnd();
		const marks = followFence(line, fence);
		if (fence !== "" || marks !== "") {
			code[at] = 1;
			fence = marks;
			paragraph = -1;
			continue;
		}
		const end = comments.endOf(at, line);
		if (end !== undefined) {
			at = end;
			paragraph = -1;
			continue;
		}
		const marked = readHeading(line);
		if (marked !== undefined) {
			headings.push({ line: at, lines: 1, ...marked });
			paragraph = -1;
		} else if (paragraph >= 0 && /^ {0,3}(?:=+|-+)$/.test(line)) {
			const level = line.trimStart().startsWith("=") ? 1 : 2;
			headings.push(underlined(lines, paragraph, at, level));
			paragraph = -1;
		} else if (line === "" || (paragraph < 0 && !startsParagraph(lines, at, line))) {
			paragraph = line === "" || BLOCK_END.test(line.trimStart()) ? -1 : -2;
		} else if (paragraph === -1) paragraph = at;
	}
	return { headings, code };
}

/** Gives the marks of the fence that is still open behind some lines, "" for none: they close it. */
export function findOpenFence(lines: readonly string[]): string {
	return lines.reduce((fence, line) => followFence(stripBreak(line).trimEnd(), fence), "");
}

/** The last line of a block behind which a paragraph may start without an empty line: a fence, an underline, a rule. */
const BLOCK_END = /^(?:```|~~~|(?:=+|-+)$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$)/;

/** A line behind a list item or a quote goes on with that, not with a paragraph of its own, until a blank line. */
function startsParagraph(lines: readonly string[], at: number, line: string): boolean {
	if (NO_PARAGRAPH.test(line)) return false;
	const before = at === 0 ? "" : stripBreak(lines[at - 1] ?? "").trim();
	return before === "" || BLOCK_END.test(before) || readHeading(before) !== undefined;
}

function underlined(
	lines: readonly string[],
	first: number,
	underline: number,
	level: number,
): Heading {
	const words = lines.slice(first, underline).map((line) => stripBreak(line).trim());
	return { line: first, lines: underline - first + 1, level, title: words.join(" ") };
}

/** Finds the last line of a comment that starts on a line. Once an end is not found it is not looked for again. */
function createCommentFinder(lines: readonly string[]): {
	endOf(at: number, line: string): number | undefined;
} {
	const isMissing = new Set<string>();
	const findEnd = (from: number, mark: string): number | undefined => {
		if (isMissing.has(mark)) return undefined;
		for (let at = from; at < lines.length; at++) if (lines[at]?.includes(mark) === true) return at;
		isMissing.add(mark);
		return undefined;
	};
	return {
		endOf(at, line) {
			if (/^ {0,3}<!--/.test(line) && !line.includes("-->")) return findEnd(at + 1, "-->");
			const first = line.indexOf("%%");
			if (first === -1 || line.includes("`")) return undefined;
			const count = line.split("%%").length - 1;
			return count % 2 === 1 ? findEnd(at + 1, "%%") : undefined;
		},
	};
}

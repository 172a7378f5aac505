import { normaliseBreaks } from "../safe/spaces";

/** Line lengths between which a text was wrapped by a formatter rather than by its author's intent. */
const WRAPPED = { shortest: 60, longest: 140 };

/**
 * Joins the lines of paragraphs that were wrapped at a fixed width, since Obsidian shows every line break.
 *
 * A paragraph is joined where all its lines but the last are about as long as such a width; lists, quotes, tables, headings and
 * anything with a fence stay as they are.
 */
export function unwrapLines(text: string): string {
	const unix = normaliseBreaks(text);
	if (!unix.includes("\n") || /^ {0,3}(?:```|~~~)/m.test(unix)) return unix;
	return unix
		.split(/\n{2,}/)
		.map((paragraph) => (isWrapped(paragraph) ? joinLines(paragraph) : paragraph))
		.join("\n\n");
}

function isWrapped(paragraph: string): boolean {
	const lines = paragraph.split("\n");
	if (lines.length < 2 || lines.some(startsBlock)) return false;
	return lines
		.slice(0, -1)
		.every(({ length }) => length >= WRAPPED.shortest && length <= WRAPPED.longest);
}

function startsBlock(line: string): boolean {
	return /^(?:[ \t]*(?:[-*+>#|]|\d{1,9}[.)])| {4}|\t)/.test(line) || / {2}$|\\$/.test(line);
}

function joinLines(paragraph: string): string {
	return paragraph
		.split("\n")
		.map((line) => line.trim())
		.join(" ");
}

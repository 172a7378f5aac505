import { plainText } from "../plain-names";

/** An ATX heading. */
export interface MarkdownHeading {
	readonly level: number;
	/** Its words, without marks. */
	readonly text: string;
	/** UTF-16 offset of its line, and of the line after it. */
	readonly start: number;
	readonly end: number;
	/** Index of the heading that encloses it, -1 for none. */
	readonly parent: number;
}

/** A fenced code block. */
export interface MarkdownFence {
	/** The info string, trimmed. */
	readonly info: string;
	/** Offset of the line that opens it. */
	readonly start: number;
	/** Offset behind the line that closes it. */
	readonly end: number;
	/** Offsets of what stands between, without the last line break. */
	readonly contentStart: number;
	readonly contentEnd: number;
	/** Index of the heading above it, -1 for none. */
	readonly heading: number;
}

/** The headings and fences of a Markdown text, in order. */
export interface MarkdownOutline {
	readonly headings: readonly MarkdownHeading[];
	readonly fences: readonly MarkdownFence[];
}

/**
 * Finds the headings and fenced blocks of a Markdown text (CommonMark; fences of backticks and tildes, at any indentation, since
 * lists hold them; a fence left open ends with the text). `from` is the offset at which the body starts, behind front matter.
 */
export function outlineMarkdown(text: string, from: number): MarkdownOutline {
	const headings: MarkdownHeading[] = [];
	const fences: MarkdownFence[] = [];
	const enclosing: number[] = [];
	let open: { mark: string; info: string; start: number; contentStart: number } | undefined;
	let start = from;
	while (start < text.length) {
		// Between two fence lines the text is code, of which no line is looked at.
		if (open !== undefined) start = startOfLineWith(text, open.mark, start);
		const lineBreak = text.indexOf("\n", start);
		const next = lineBreak === -1 ? text.length : lineBreak + 1;
		const line = text.slice(start, next);
		if (open !== undefined) {
			if (closesFence(line, open.mark)) {
				fences.push(closeFence(text, open, start, next, headings.length - 1));
				open = undefined;
			}
		} else if (MARKED.test(line)) {
			const fence = /^[ \t]*(`{3,}|~{3,})([^\n]*)/.exec(line);
			const heading = /^ {0,3}(#{1,6})([^\n]*)/.exec(line);
			if (fence !== null && !(fence[2] ?? "").includes("`")) {
				const [, mark = "", info = ""] = fence;
				open = { mark, info: info.trim(), start, contentStart: next };
			} else if (heading !== null && isHeading(heading[1] ?? "", heading[2] ?? "")) {
				const level = (heading[1] ?? "").length;
				while (enclosing.length > 0 && (headings[enclosing.at(-1) ?? 0]?.level ?? 0) >= level)
					enclosing.pop();
				const words = plainText((heading[2] ?? "").replace(/[ \t]#+[ \t\r]*$/, ""));
				headings.push({ level, text: words, start, end: next, parent: enclosing.at(-1) ?? -1 });
				enclosing.push(headings.length - 1);
			}
		}
		start = next;
	}
	if (open !== undefined)
		fences.push(closeFence(text, open, text.length, text.length, headings.length - 1));
	return { headings, fences };
}

/** The start of the first line from an offset on that holds a mark; the end of the text where none does. */
function startOfLineWith(text: string, mark: string, from: number): number {
	const found = text.indexOf(mark, from);
	return found === -1 ? text.length : Math.max(from, text.lastIndexOf("\n", found) + 1);
}

/** A line that may be a heading or open a fence. */
const MARKED = /^[ \t]*[#`~]/;

/** `#tag` is no heading; `##Query` without a space is meant as one. */
function isHeading(marks: string, rest: string): boolean {
	return (
		rest.trim() === "" || /^[ \t]/.test(rest) || (marks.length > 1 && /^[A-Za-z*`[]/.test(rest))
	);
}

function closesFence(line: string, mark: string): boolean {
	const bare = line.trim();
	return bare.length >= mark.length && bare === (mark[0] ?? "`").repeat(bare.length);
}

function closeFence(
	text: string,
	open: { info: string; start: number; contentStart: number },
	closing: number,
	end: number,
	heading: number,
): MarkdownFence {
	let contentEnd = Math.max(open.contentStart, closing);
	if (closing < text.length || text.endsWith("\n")) {
		if (text[contentEnd - 1] === "\n") contentEnd--;
		if (text[contentEnd - 1] === "\r") contentEnd--;
	}
	return {
		info: open.info,
		start: open.start,
		end,
		contentStart: open.contentStart,
		contentEnd: Math.max(open.contentStart, contentEnd),
		heading,
	};
}

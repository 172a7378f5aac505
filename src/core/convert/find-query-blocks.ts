import { findFrontMatter } from "../formats/front-matter";
import { closesFence, readOpening } from "../notes/document/fence-marks";
import {
	countSpaces,
	expandTabs,
	matchContainers,
	openContainers,
	type Container,
} from "../notes/safe/containers";
import { countBreaks } from "../text/count-breaks";
import type { OldLanguage, QueryBlock } from "./query-block";

const LANGUAGES: ReadonlySet<string> = new Set<OldLanguage>(["dataview", "query"]);

/** A line of a note: offsets of its start, the end of its text and the end of its break. */
interface Line {
	readonly start: number;
	readonly end: number;
	readonly next: number;
	readonly number: number;
}

/** A fence that is open. */
interface OpenFence {
	readonly marks: string;
	readonly indent: number;
	readonly depth: number;
	readonly opening: Line;
	readonly prefix: string;
	readonly lines: string[];
	firstPrefix: string | undefined;
}

/**
 * Finds the blocks of a note that hold an old query, in order: `dataview` and `query`, at the top level, in quotes, callouts and lists,
 * with fences of any length (CommonMark 0.31, sections 4.5 and 5). What only shows such a block inside a longer fence is none; neither
 * is front matter. A block that nothing closes ends with what it stands in.
 */
export function findQueryBlocks(text: string): QueryBlock[] {
	const found: QueryBlock[] = [];
	const containers: Container[] = [];
	let open: OpenFence | undefined;
	let isParagraph = false;
	const close = (end: number): void => {
		const block = open === undefined ? undefined : readBlock(text, open, end);
		if (block !== undefined) found.push(block);
		open = undefined;
	};
	for (const line of readLines(text)) {
		const raw = text.slice(line.start, line.end);
		const expanded = expandTabs(raw);
		const matched = matchContainers(expanded, containers);
		if (open !== undefined && matched.count < open.depth) close(line.start);
		if (open !== undefined) {
			const content = expanded.slice(matched.position);
			if (closesFence(open.marks, content)) close(line.start);
			else takeLine(open, content, raw, rawOffset(raw, matched.position));
			isParagraph = false;
			continue;
		}
		containers.length = matched.count;
		const opened = openContainers(expanded, matched.position, matched.count, isParagraph);
		containers.push(...opened.containers);
		const content = expanded.slice(opened.position);
		open = openFence(content, raw, line, containers.length, opened.position);
		isParagraph = open === undefined && content.trim() !== "" && !content.startsWith("#");
	}
	close(text.length);
	return found;
}

function* readLines(text: string): Generator<Line> {
	let start = findFrontMatter(text)?.end ?? 0;
	let number = 1 + countBreaks(text, 0, start);
	for (; start < text.length; number++) {
		const newline = text.indexOf("\n", start);
		const next = newline === -1 ? text.length : newline + 1;
		let end = newline === -1 ? next : newline;
		if (end > start && text.charAt(end - 1) === "\r") end--;
		yield { start, end, next, number };
		start = next;
	}
}

function openFence(
	content: string,
	raw: string,
	opening: Line,
	depth: number,
	position: number,
): OpenFence | undefined {
	const opened = readOpening(content);
	if (opened === undefined) return undefined;
	// Behind a list's own marker stand blanks on the lines that follow.
	const prefix = raw.slice(0, rawOffset(raw, position)).replace(/[^>\s]/g, " ");
	const { marks, indent } = opened;
	return { marks, indent, depth, opening, prefix, lines: [], firstPrefix: undefined };
}

function takeLine(fence: OpenFence, content: string, raw: string, offset: number): void {
	const indent = Math.min(fence.indent, countSpaces(content, 0));
	// The text keeps its own tabs: only what stands before it was expanded.
	const text = /^\s/.test(content) ? content.slice(indent) : raw.slice(offset);
	fence.lines.push(text);
	if (text.trim() !== "") fence.firstPrefix ??= raw.slice(0, offset) + " ".repeat(indent);
}

/** The offset in a line at which a column of it stands, its leading tabs expanded. */
function rawOffset(raw: string, column: number): number {
	let reached = 0;
	for (let at = 0; at < raw.length; at++) {
		if (reached >= column) return at;
		reached += raw.charAt(at) === "\t" ? 4 - (reached % 4) : 1;
	}
	return raw.length;
}

function readBlock(text: string, fence: OpenFence, end: number): QueryBlock | undefined {
	const { opening, marks } = fence;
	const behind = text.indexOf(marks, opening.start) + marks.length;
	const info = text.slice(behind, opening.end);
	const word = info.trim().split(/\s/, 1)[0] ?? "";
	if (!isOldLanguage(word)) return undefined;
	const start = behind + info.indexOf(word);
	return {
		language: word,
		text: fence.lines.join("\n"),
		line: opening.number,
		word: { start, end: start + word.length },
		content: { start: opening.next, end: Math.max(opening.next, end) },
		prefix: fence.firstPrefix ?? fence.prefix + " ".repeat(fence.indent),
		lineBreak: text.slice(opening.end, opening.next) === "\r\n" ? "\r\n" : "\n",
	};
}

function isOldLanguage(word: string): word is OldLanguage {
	return LANGUAGES.has(word);
}

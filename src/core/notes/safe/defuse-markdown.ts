import { isDelimiterRow } from "../../text/delimiter-row";
import { closesFence, readOpening } from "../document/fence-marks";
import type { Container } from "./containers";
import {
	continuationOf,
	countSpaces,
	expandTabs,
	isThematicBreak,
	matchContainers,
	openContainers,
} from "./containers";
import type { ProseLine } from "./defuse-prose";
import { defuseProse } from "./defuse-prose";
import type { DefusedItem, DefusedLog } from "./defused-items";
import { createDefusedLog } from "./defused-items";
import { breakLiveTemplates, longestRun } from "./fence-code";
import { safeFenceLanguage } from "./fence-language";
import { normaliseBreaks } from "./spaces";

/** Markdown in which nothing is live, and what was. */
export interface DefusedMarkdown {
	readonly text: string;
	readonly defused: readonly DefusedItem[];
}

/** What the lines being read belong to. */
type Leaf =
	| { readonly kind: "none" }
	| {
			readonly kind: "paragraph";
			readonly lines: ParagraphLine[];
			/** Whether a line so far could be a table's second: an indented line then is code, not part of the paragraph. */
			mayBeTable: boolean;
	  }
	| { readonly kind: "fence"; readonly marks: string; readonly indent: number }
	| { readonly kind: "indented"; readonly prefix: string; readonly lines: string[] };

interface ParagraphLine extends ProseLine {
	/** The marks of the lists and quotes around it. */
	readonly prefix: string;
}

interface Writer {
	readonly log: DefusedLog;
	readonly out: string[];
	containers: Container[];
	leaf: Leaf;
	/** An empty line to write before the next one, unless that is empty. */
	pendingBlank: string | undefined;
}

/** What is taken out of a text: control characters that end no line, byte order marks. */
const CONTROLS = /[^\P{Cc}\n\t]|\uFEFF/gu;
/** What a quote, a list item or indented code starts with; most lines start with something else. */
const MAY_OPEN = /^[ >*+\-\d]/;
/** What no block but a paragraph starts with. */
const PARAGRAPH_START = /^[A-Za-z[]/;
/** Paragraphs whose lines start with a letter and hold no sign that could mean anything: they come out as they went in. */
const PLAIN_TEXT = /^(?:[A-Za-z][^\\`<![\]%:$#^~\p{Cc}\uFEFF]*(?:\n|$)|\n)*$/u;
const HEADING = /^( {0,3}#{1,6})(?=[ \t]|$)/;

/**
 * Makes imported prose safe in Obsidian, with whatever plugins are there: its Markdown blocks stay, live text becomes plain.
 *
 * Made plain are: fences of languages that are not only coloured, inline queries, raw HTML and comments, Templater tags, links
 * whose address is not `http(s)` or `mailto`, images (network ones become links), wikilinks and embeds, inline fields, block ids,
 * tags, formulas, checkboxes, a front matter at the start. Fences are always closed, indented code becomes a fence, line breaks become
 * `\n`, other control characters go. Block structure is read as CommonMark 0.31 has it; where parsers disagree the text is
 * escaped so that they do not. Doing it twice changes nothing; the work is linear.
 */
export function defuseMarkdown(markdown: string): DefusedMarkdown {
	if (PLAIN_TEXT.test(markdown)) return { text: markdown, defused: [] };
	const text = normaliseBreaks(markdown).replace(CONTROLS, "");
	const log = createDefusedLog();
	if (!text.includes("\n") && PARAGRAPH_START.test(text)) {
		const [line = ""] = defuseProse([{ text, number: 1, startsItem: false }], false, log);
		return { text: line, defused: log.list() };
	}
	const writer: Writer = {
		log,
		out: [],
		containers: [],
		leaf: { kind: "none" },
		pendingBlank: undefined,
	};
	const lines = text.split("\n");
	const endsInBreak = lines.length > 1 && lines[lines.length - 1] === "";
	if (endsInBreak) lines.pop();
	lines.forEach((line, index) => writeLine(writer, expandTabs(line), index + 1));
	closeLeaf(writer);
	const safe = writer.out.join("\n");
	return { text: endsInBreak ? `${safe}\n` : safe, defused: log.list() };
}

function writeLine(writer: Writer, line: string, number: number): void {
	if (writer.pendingBlank !== undefined && /[^\s>]/.test(line))
		writer.out.push(writer.pendingBlank);
	writer.pendingBlank = undefined;
	if (writer.containers.length === 0 && writer.leaf.kind !== "fence" && !MAY_OPEN.test(line)) {
		writeLeaf(writer, line, 0, number, false);
		return;
	}
	const matched = matchContainers(line, writer.containers);
	const isInside = matched.count === writer.containers.length;
	if (writer.leaf.kind === "fence") {
		if (isInside) {
			writeFenceLine(writer, writer.leaf, line.slice(matched.position), number);
			return;
		}
		closeLeaf(writer);
	}
	const isParagraph = writer.leaf.kind === "paragraph";
	const depth = matched.count;
	const isCode = writer.leaf.kind === "indented" && isInside && isIndented(line, matched.position);
	const opened = isCode
		? { containers: [], position: matched.position, startsItem: false }
		: openContainers(line, matched.position, depth, isParagraph && isInside);
	const rest = line.slice(opened.position);
	if (isParagraph && !isInside && opened.containers.length === 0 && isLazy(rest, writer.leaf)) {
		addLazyLine(writer, rest, number);
		return;
	}
	if (!isInside || opened.containers.length > 0) {
		const needsBlank = isParagraph && isInside && opened.startsItem && opensCode(rest);
		closeLeaf(writer);
		const kept = writer.containers.slice(0, matched.count);
		writer.containers = [...kept, ...opened.containers];
		// The empty item that such a fence gets would underline the paragraph before it.
		if (needsBlank) writer.out.push(continuationOf(kept).trimEnd());
	}
	writeLeaf(writer, line, opened.position, number, opened.startsItem);
}

/** Adds a line that leaves out marks of the paragraph it goes on with: parsers disagree on what follows it, so it gets them. */
function addLazyLine(writer: Writer, rest: string, number: number): void {
	const prefix = continuationOf(writer.containers);
	const isUnderline = /^ {0,3}=+[ \t]*$/.test(rest);
	const text = isUnderline ? `\\${rest.trim()}` : rest;
	addProse(writer, prefix + text, prefix.length, number, false);
}

function opensCode(rest: string): boolean {
	return readOpening(rest) !== undefined || isIndented(rest, 0);
}

/** Whether a line goes on with a paragraph whose containers it does not repeat. */
function isLazy(rest: string, leaf: Leaf): boolean {
	if (rest.trim() === "") return false;
	if (isIndented(rest, 0)) return leaf.kind === "paragraph" && !leaf.mayBeTable;
	return readOpening(rest) === undefined && !HEADING.test(rest) && !isThematicBreak(rest);
}

function isIndented(line: string, position: number): boolean {
	return countSpaces(line, position) > 3;
}

function writeLeaf(
	writer: Writer,
	line: string,
	position: number,
	number: number,
	startsItem: boolean,
): void {
	const rest = line.slice(position);
	const { leaf } = writer;
	if (rest.trim() === "") {
		if (leaf.kind === "indented") leaf.lines.push(rest.slice(4));
		else {
			closeLeaf(writer);
			writer.out.push(line.slice(0, position).trimEnd());
		}
		return;
	}
	if (isIndented(line, position) && (leaf.kind !== "paragraph" || leaf.mayBeTable)) {
		if (leaf.kind === "indented") leaf.lines.push(rest.slice(4));
		else startIndented(writer, line, position, startsItem);
		return;
	}
	if (leaf.kind === "indented") closeLeaf(writer);
	if (PARAGRAPH_START.test(rest)) {
		addProse(writer, line, position, number, startsItem);
		return;
	}
	if (startFence(writer, line, position, number, startsItem)) return;
	const heading = HEADING.exec(rest);
	if (heading !== null) {
		closeLeaf(writer);
		addProse(writer, line, position + heading[0].length, number, false);
		closeLeaf(writer);
	} else if (!writeRule(writer, line, rest)) addProse(writer, line, position, number, startsItem);
}

/** Writes a thematic break, or the line that makes the paragraph above it a heading; false where a line is neither. */
function writeRule(writer: Writer, line: string, rest: string): boolean {
	const { leaf } = writer;
	const isUnderline = leaf.kind === "paragraph" && /^ {0,3}(?:=+|-+)[ \t]*$/.test(rest);
	if (!isUnderline && !isThematicBreak(rest)) return false;
	closeLeaf(writer);
	writer.out.push(writer.out.length === 0 && line === "---" ? openRule(writer) : line);
	// A heading with a pipe could be a table's head; an empty line ends the doubt.
	if (isUnderline && leaf.lines.some(({ text }) => text.includes("|"))) {
		writer.pendingBlank = continuationOf(writer.containers).trimEnd();
	}
	return true;
}

/** A text that starts with `---` would become the note's front matter where it stands alone. */
function openRule(writer: Writer): string {
	writer.log.add("front-matter", 1);
	return "***";
}

function addProse(
	writer: Writer,
	line: string,
	position: number,
	number: number,
	startsItem: boolean,
): void {
	const prefix = line.slice(0, position);
	const prose: ParagraphLine = { prefix, text: line.slice(position), number, startsItem };
	const mayBeTable = isDelimiterRow(prose.text);
	if (writer.leaf.kind === "paragraph") {
		writer.leaf.lines.push(prose);
		writer.leaf.mayBeTable ||= mayBeTable;
	} else writer.leaf = { kind: "paragraph", lines: [prose], mayBeTable };
}

/** Opens a fence on a line of its own: an editor does not see one behind a list marker. */
function openFence(writer: Writer, line: string, position: number, startsItem: boolean): string {
	const item = writer.containers[writer.containers.length - 1];
	if (!startsItem || item?.kind !== "item") return line.slice(0, position);
	const marker = line.slice(0, position).trimEnd();
	if (isThematicBreak(marker)) return line.slice(0, position);
	item.outIndent = item.indent - (position - marker.length) + 1;
	writer.out.push(marker);
	return continuationOf(writer.containers);
}

function startFence(
	writer: Writer,
	line: string,
	position: number,
	number: number,
	startsItem: boolean,
): boolean {
	const opening = readOpening(line.slice(position));
	if (opening === undefined) return false;
	const { marks, indent, language } = opening;
	closeLeaf(writer);
	const safe = safeFenceLanguage(language);
	if (safe !== language) writer.log.add("code-block", number);
	writer.out.push(openFence(writer, line, position, startsItem) + marks + safe);
	writer.leaf = { kind: "fence", marks, indent };
	return true;
}

function startIndented(writer: Writer, line: string, position: number, startsItem: boolean): void {
	closeLeaf(writer);
	const prefix = openFence(writer, line, position, startsItem);
	writer.leaf = { kind: "indented", prefix, lines: [line.slice(position + 4)] };
}

function writeFenceLine(
	writer: Writer,
	fence: Extract<Leaf, { kind: "fence" }>,
	content: string,
	number: number,
): void {
	if (closesFence(fence.marks, content)) {
		closeLeaf(writer);
		return;
	}
	const indent = Math.min(countSpaces(content, 0), fence.indent);
	// Less indented it would end the block, and what follows would be live.
	const spaces = closesFence(fence.marks, content.slice(indent)) ? 0 : indent;
	const code = breakLiveTemplates(content.slice(spaces));
	if (code.length !== content.length - spaces) writer.log.add("template", number);
	writer.out.push((continuationOf(writer.containers) + code).trimEnd());
}

/** Ends what is open, closing a fence in the containers it stands in. */
function closeLeaf(writer: Writer): void {
	const { leaf } = writer;
	writer.leaf = { kind: "none" };
	if (leaf.kind === "paragraph") {
		const safe = defuseProse(leaf.lines, leaf.mayBeTable, writer.log);
		safe.forEach((text, index) => writer.out.push((leaf.lines[index]?.prefix ?? "") + text));
	} else if (leaf.kind === "fence") {
		writer.out.push(continuationOf(writer.containers) + leaf.marks);
	} else if (leaf.kind === "indented") {
		writeIndented(writer, leaf.prefix, leaf.lines);
	}
}

function writeIndented(writer: Writer, first: string, lines: readonly string[]): void {
	let end = lines.length;
	while (end > 0 && lines[end - 1]?.trim() === "") end--;
	const code = lines.slice(0, end).map(breakLiveTemplates);
	const prefix = continuationOf(writer.containers);
	const marks = "`".repeat(Math.max(3, longestRun(code.join("\n")) + 1));
	writer.out.push(first + marks);
	for (const line of [...code, marks]) writer.out.push((prefix + line).trimEnd());
	for (let at = end; at < lines.length; at++) writer.out.push(prefix.trimEnd());
}

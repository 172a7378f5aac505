import type { AtomicTest } from "../../model/atomic";
import { problemOf } from "../../model/problem";
import { defuseMarkdown } from "../safe/defuse-markdown";
import type { RunbookNoteContext } from "./runbook-note-context";

/** The test that a text belongs to, for reports. */
export interface ProseSource {
	readonly test: AtomicTest;
	readonly file: string;
	readonly context: RunbookNoteContext;
}

/**
 * Writes upstream's Markdown so that it reads the same and nothing in it is live. Its headings become bold lines, since a heading
 * would be a section of the note.
 */
export function writeProse(text: string, source: ProseSource): string {
	const { test, file, context } = source;
	const { text: safe, defused } = defuseMarkdown(softenHeadings(text));
	if (defused.length > 0 && context.report !== undefined) {
		const kinds = defused.map(({ kind }) => kind).join(", ");
		const message = `${test.name}: live text was made plain (${kinds})`;
		context.report(problemOf(file, test.line, "note-text-defused", message, "info"));
	}
	return safe.trim();
}

/** Makes bold lines of headings outside fences. */
function softenHeadings(text: string): string {
	if (!text.includes("#")) return text;
	let fence = "";
	const lines = text.split("\n").map((line) => {
		const marks = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
		if (marks !== undefined) {
			if (fence === "") fence = marks;
			else if (marks.startsWith(fence)) fence = "";
			return line;
		}
		const heading = fence === "" ? /^ {0,3}#{1,6}[ \t]+(\S.*)$/.exec(line) : null;
		return heading === null ? line : `**${stripClosing(heading[1] ?? "")}**`;
	});
	return lines.join("\n");
}

/** A heading may be closed by as many `#` as one likes (CommonMark 0.31, section 4.2). */
function stripClosing(heading: string): string {
	let end = heading.length;
	while (heading[end - 1] === "#") end--;
	const closed = heading.slice(0, end);
	return (closed.endsWith(" ") ? closed : heading).trim();
}

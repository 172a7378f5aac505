import type { AtomicTest } from "../../model/atomic";
import { problemOf } from "../../model/problem";
import { outlineLines } from "../document/find-headings";
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
	const { text: safe, defused } = defuseMarkdown(text);
	if (defused.length > 0 && context.report !== undefined) {
		const kinds = defused.map(({ kind }) => kind).join(", ");
		const message = `${test.name}: live text was made plain (${kinds})`;
		context.report(problemOf(file, test.line, "note-text-defused", message, "info"));
	}
	return softenHeadings(safe).trim();
}

/** Makes bold lines of headings, also of those that are underlined. */
function softenHeadings(text: string): string {
	if (!/^ {0,3}(?:#|(?:=+|-+)[ \t]*$)/m.test(text)) return text;
	const lines = text.split("\n");
	const { headings } = outlineLines(lines);
	for (const { line, lines: count, title } of headings) {
		lines[line] = title === "" ? "" : `**${title}**`;
		// An empty line in the place of what underlines it keeps it apart from the next paragraph.
		for (let below = 1; below < count; below++) lines[line + below] = "";
	}
	return lines.join("\n");
}

import { addToGroup } from "../../text/add-to-group";
import { findMarkdownTables, type MarkdownTable } from "./markdown-tables";
import type { MarkdownFence, MarkdownOutline } from "./outline-markdown";
import { readKeyLines } from "./read-key-lines";

/** A heading with what stands under it up to the next heading, fences left out. */
export interface MarkdownSection {
	/** The heading's words, "" for what stands before the first one. */
	readonly heading: string;
	/** 1 to 6, 0 for what stands before the first heading. */
	readonly level: number;
	readonly body: string;
	readonly tables: readonly MarkdownTable[];
	/** Its fields in bold, as `readKeyLines` gives them. */
	readonly fields: ReadonlyMap<string, readonly string[]>;
}

/**
 * Gives all sections of a Markdown text, in order: first what stands before the first heading (`from` is where the body starts), then
 * one for each heading of the outline, so that heading `i` has section `i + 1`.
 */
export function listSections(
	text: string,
	outline: MarkdownOutline,
	from: number,
): readonly MarkdownSection[] {
	const fences = new Map<number, MarkdownFence[]>();
	for (const fence of outline.fences) {
		addToGroup(fences, fence.heading, fence);
	}
	const bodyOf = (index: number, start: number): string => {
		const end = outline.headings[index + 1]?.start ?? text.length;
		let body = "";
		let at = start;
		for (const fence of fences.get(index) ?? []) {
			body += withoutCaption(text.slice(at, fence.start));
			at = fence.end;
		}
		return body + text.slice(at, Math.max(at, end));
	};
	return [
		openSection("", 0, bodyOf(-1, from)),
		...outline.headings.map(({ text: heading, level, end }, index) =>
			openSection(heading, level, bodyOf(index, end)),
		),
	];
}

function openSection(heading: string, level: number, body: string): MarkdownSection {
	return { heading, level, body, tables: findMarkdownTables(body), fields: readKeyLines(body) };
}

/** Leaves out a short line that announces a fence (`Delete a lock:`), since the fence is not there. */
function withoutCaption(text: string): string {
	const end = text.trimEnd();
	const start = end.lastIndexOf("\n") + 1;
	return end.endsWith(":") && end.length - start <= 60 ? text.slice(0, start) : text;
}

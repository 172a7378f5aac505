import { findFrontMatter } from "../../formats/front-matter";
import type { PropertyChunk } from "../front-matter/read-property-lines";
import { readPropertyLines } from "../front-matter/read-property-lines";

/** A note taken apart for merging. */
export interface NoteParts {
	/** Byte order mark and opening line of the front matter; "" where there is none. */
	readonly open: string;
	readonly chunks: readonly PropertyChunk[];
	readonly tail: string;
	/** Closing line of the front matter. */
	readonly close: string;
	readonly body: string;
}

/** Takes a note apart at its front matter, or says why that cannot be done. */
export function takeApart(
	text: string,
): NoteParts | { readonly reason: string; readonly line: number | null } {
	const bounds = findFrontMatter(text);
	if (bounds === undefined) return { open: "", chunks: [], tail: "", close: "", body: text };
	const lines = readPropertyLines(text.slice(bounds.start, bounds.end));
	if (!lines.ok) {
		return {
			reason: `front matter: ${lines.message}`,
			line: lines.line === null ? null : lines.line + 1,
		};
	}
	return {
		open: text.slice(0, bounds.start),
		chunks: lines.chunks,
		tail: lines.tail,
		close: text.slice(bounds.end, bounds.body),
		body: text.slice(bounds.body),
	};
}

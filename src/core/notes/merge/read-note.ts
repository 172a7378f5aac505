import type { NoteDocument } from "../document/parse-note";
import { parseNote } from "../document/parse-note";
import type { PropertyChunk } from "../front-matter/read-property-lines";

/** A note whose properties can be told apart. */
export interface ReadableNote {
	readonly document: NoteDocument;
	readonly chunks: readonly PropertyChunk[];
	/** What stands behind the last property. */
	readonly tail: string;
}

/** Why a note is left alone. */
export interface UnreadableNote {
	readonly ok: false;
	readonly reason: string;
	/** 1-based line in the note, null where the whole is meant. */
	readonly line: number | null;
}

/** Takes a note apart, or says why that cannot be done; the line is the note's. */
export function readNote(text: string): ReadableNote | UnreadableNote {
	const document = parseNote(text);
	const { lines } = document;
	if (lines.ok) return { document, chunks: lines.chunks, tail: lines.tail };
	const line = lines.line === null ? null : lines.line + 1;
	return { ok: false, reason: `front matter: ${lines.message}`, line };
}

/** The kind of line break that most of a text's lines end with. */
export function breakOf(text: string): "\n" | "\r\n" {
	let windows = 0;
	let others = 0;
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
		if (text.charCodeAt(at - 1) === 13) windows++;
		else others++;
	}
	return windows > others ? "\r\n" : "\n";
}

import { readNoteRecord } from "../../../src/core/index/read-note-record";
import type { NoteRecord } from "../../../src/core/index/note-record";

/** The record of a note at `Folder/Note.md` with these lines. */
export function readRecord(...lines: readonly string[]): NoteRecord {
	return readNoteRecord("Folder/Note.md", lines.join("\n"), { ctime: 1, mtime: 2, size: 3 });
}

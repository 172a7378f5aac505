import { readNoteRecord } from "../../../src/core/index/read-note-record";
import type { NoteItem, NoteRecord } from "../../../src/core/index/note-record";
import { writeSnapshot } from "../../../src/core/index/snapshot";
import type { VaultIndex } from "../../../src/core/index/vault-index";
import { readItems } from "../../../src/core/index/scan/read-items";

/** The record of a note at `Folder/Note.md` with these lines, and its list items. */
export function readRecord(
	...lines: readonly string[]
): NoteRecord & { readonly items: readonly NoteItem[] } {
	const stat = { ctime: 1, mtime: 2, size: 3 };
	const record = readNoteRecord("Folder/Note.md", lines.join("\n"), stat);
	return { ...record, items: readItems(record.lists) };
}

/** A snapshot of all notes of an index. */
export function snapshotOf(index: VaultIndex): string {
	return writeSnapshot(index.notes().map(({ record }) => record));
}

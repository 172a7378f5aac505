import type { WrittenKind } from "../../model/note";
import type { FolderSettings } from "../../model/settings";
import type { BaseEntry } from "../../notes/bases/pack-bases";

/** What an import did to one note. */
export interface JournalNote {
	readonly kind: WrittenKind;
	readonly id: string;
	readonly path: string;
	/** `hashText` of the text that the import wrote. */
	readonly hash: string;
	/** Whether the import made the note; else the journal holds the text that it replaced. */
	readonly isNew: boolean;
}

/** What an import did to one merge base. */
export interface JournalBase {
	readonly source: string;
	readonly id: string;
	/** Where the base lies that stood before: nowhere, in the journal, or in it as the text of the note itself. */
	readonly former: "none" | "own" | "note";
	/** The path that stood in that base. */
	readonly path: string;
}

/** What an import did to one file beside the notes. */
export interface JournalData {
	/** Below the home folder, which may be moved. */
	readonly path: string;
	/** `hashBytes` of what the import wrote. */
	readonly hash: string;
	/** Whether the import made the file; else the journal holds the text that it replaced. */
	readonly isNew: boolean;
}

/** What an import changed, row by row, in the order in which it is put back. */
export interface JournalRows {
	/** When the import began to write, ISO 8601 in UTC. */
	readonly at: string;
	readonly notes: readonly JournalNote[];
	readonly bases: readonly JournalBase[];
	readonly data: readonly JournalData[];
}

/** What an import changed, with the texts that it replaced; a text is undefined where there was none or its part of the file is damaged. */
export interface Journal extends JournalRows {
	noteText(note: JournalNote): Promise<string | undefined>;
	baseEntry(base: JournalBase): Promise<BaseEntry | undefined>;
	dataText(data: JournalData): Promise<string | undefined>;
}

/** Gives the path of the journal of the last import. */
export function journalPath(folders: FolderSettings): string {
	return `${folders.home}/merge/last-import.journal`;
}

/** The key under which a journal's file holds the text that a note had. */
export function noteTextKey(kind: WrittenKind, id: string): string {
	return `note ${kind} ${id}`;
}

/** The key under which it holds a former base. */
export function baseTextKey(source: string, id: string): string {
	return `base ${source} ${id}`;
}

/** The key under which it holds a file's former text. */
export function dataTextKey(path: string): string {
	return `data ${path}`;
}

/** The key under which it holds the rows. */
export const ROWS_KEY = "rows";

import { createNoteIndex, type NoteLookup } from "./note-index";
import type { NoteStat } from "./note-record";
import { readNoteRecord } from "./read-note-record";
import { readSnapshot } from "./snapshot";
import { createTextPool } from "./text-pool";

/** A file that the host has: its path and what is known of it. */
export interface NoteFile extends NoteStat {
	readonly path: string;
}

/** All notes of a vault, read once, kept up to date note by note, and kept between starts. */
export interface VaultIndex extends NoteLookup {
	/** Takes in a note's text, new or changed. */
	put(path: string, text: string, stat: NoteStat): void;
	/** Forgets a note; gives false where there is none. */
	remove(path: string): boolean;
	/** Moves a note, its text unchanged; gives false where there is none. */
	rename(from: string, to: string): boolean;
	/**
	 * Takes the notes of a snapshot (`writeSnapshot`) that are still as they were (path, time of change and size), and gives the paths of the other
	 * files, which have to be put. A snapshot that is damaged or of another version gives all of them.
	 */
	restore(snapshot: string, files: Iterable<NoteFile>): string[];
}

/** Gives an empty index over the texts of notes. */
export function createVaultIndex(): VaultIndex {
	const index = createNoteIndex();
	const pool = createTextPool();
	return {
		...index,
		get size() {
			return index.size;
		},
		put: (path, text, stat) => index.put(readNoteRecord(path, text, stat, pool)),
		restore(snapshot, files) {
			const records = readSnapshot(snapshot);
			const missing: string[] = [];
			for (const { path, mtime, ctime, size } of files) {
				const record = records.get(path);
				if (record?.mtime !== mtime || record.size !== size) missing.push(path);
				else index.put(record.ctime === ctime ? record : { ...record, ctime });
			}
			return missing;
		},
	};
}

import type { NoteStat } from "../core/index/note-record";
import type { NoteStore } from "../core/ports/notes";

/** A note as the indices take it in. */
export interface StoredNote {
	readonly path: string;
	readonly text: string;
	readonly stat: NoteStat;
}

/** Reads every note of a vault, one that is not UTF-8 as Obsidian shows it: with replacement characters. */
export async function* readEachNote(store: NoteStore): AsyncGenerator<StoredNote> {
	for (const { path, size, created, modified } of await store.listNotes()) {
		const text = (await store.readNote(path)) ?? (await readLoosely(store, path));
		yield { path, text, stat: { ctime: created, mtime: modified, size } };
	}
}

async function readLoosely(store: NoteStore, path: string): Promise<string> {
	return Buffer.from((await store.readData(path)) ?? []).toString("utf8");
}

import type { VaultIndex } from "../core/index/vault-index";
import { createVaultIndex } from "../core/index/vault-index";
import type { NoteStore } from "../core/ports/notes";

/** Indexes every note of a vault, one that is not UTF-8 as Obsidian shows it: with replacement characters. */
export async function openIndex(store: NoteStore): Promise<VaultIndex> {
	const index = createVaultIndex();
	for (const { path, size, created, modified } of await store.listNotes()) {
		const text = (await store.readNote(path)) ?? (await readNoteLoosely(store, path));
		index.put(path, text, { ctime: created, mtime: modified, size });
	}
	return index;
}

/** Reads a note that is not UTF-8 as Obsidian shows it: with replacement characters. */
export async function readNoteLoosely(store: NoteStore, path: string): Promise<string> {
	return Buffer.from((await store.readData(path)) ?? []).toString("utf8");
}

import type { VaultIndex } from "../core/index/vault-index";
import { createVaultIndex } from "../core/index/vault-index";
import type { NoteStore } from "../core/ports/notes";

/** Indexes every note of a vault; notes that are no UTF-8 text are left out. */
export async function openIndex(store: NoteStore): Promise<VaultIndex> {
	const index = createVaultIndex();
	for (const { path, size, created, modified } of await store.listNotes()) {
		const text = await store.readNote(path);
		if (text !== undefined) index.put(path, text, { ctime: created, mtime: modified, size });
	}
	return index;
}

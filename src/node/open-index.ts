import type { VaultIndex } from "../core/index/vault-index";
import { createVaultIndex } from "../core/index/vault-index";
import type { NoteStore } from "../core/ports/notes";
import { readEachNote } from "./read-each-note";

/** Indexes every note of a vault. */
export async function openIndex(store: NoteStore): Promise<VaultIndex> {
	const index = createVaultIndex();
	for await (const { path, text, stat } of readEachNote(store)) index.put(path, text, stat);
	return index;
}

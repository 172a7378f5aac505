import type { TechniqueResolver } from "../core/attack/technique-resolver";
import type { VaultIndex } from "../core/index/vault-index";
import { createVaultIndex } from "../core/index/vault-index";
import { openKnowledge } from "../core/ingest/open-knowledge";
import type { VaultLibrary } from "../core/library/vault-library";
import { createVaultLibrary } from "../core/library/vault-library";
import type { Problem } from "../core/model/problem";
import type { FolderSettings } from "../core/model/settings";
import type { NoteStore } from "../core/ports/notes";
import { readEachNote } from "./read-each-note";

/** A vault's index and library, and what is wrong with the data that the library is made with. */
export interface OpenedVault {
	readonly index: VaultIndex;
	readonly library: VaultLibrary;
	readonly resolver: TechniqueResolver;
	readonly problems: readonly Problem[];
}

/** Indexes every note of a vault in one reading; its rules are understood as they are asked for. */
export async function openVault(store: NoteStore, folders: FolderSettings): Promise<OpenedVault> {
	const { rules, resolver, problems } = await openKnowledge(store, folders);
	const index = createVaultIndex();
	const library = createVaultLibrary(rules, true);
	for await (const { path, text, stat } of readEachNote(store)) {
		index.put(path, text, stat);
		const note = index.note(path);
		if (note !== undefined) library.put(note.record, text);
	}
	return { index, library, resolver, problems };
}

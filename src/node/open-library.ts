import { readNoteRecord } from "../core/index/read-note-record";
import { openKnowledge } from "../core/ingest/open-knowledge";
import { createVaultLibrary } from "../core/library/vault-library";
import type { FolderSettings } from "../core/model/settings";
import type { PanelSources } from "../core/panels/technique-panel";
import type { NoteStore } from "../core/ports/notes";
import { readNoteLoosely } from "./open-index";

/** Reads every note of a vault into what panels are worked out from. */
export async function openLibrary(
	store: NoteStore,
	folders: FolderSettings,
): Promise<PanelSources> {
	const { rules, resolver } = await openKnowledge(store, folders);
	const library = createVaultLibrary(rules);
	for (const { path, size, created, modified } of await store.listNotes()) {
		const text = (await store.readNote(path)) ?? (await readNoteLoosely(store, path));
		library.put(readNoteRecord(path, text, { ctime: created, mtime: modified, size }), text);
	}
	return { library, resolver, knowledge: rules };
}

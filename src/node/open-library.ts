import { readNoteRecord } from "../core/index/read-note-record";
import { openKnowledge } from "../core/ingest/open-knowledge";
import { createVaultLibrary } from "../core/library/vault-library";
import type { Problem } from "../core/model/problem";
import type { FolderSettings } from "../core/model/settings";
import type { PanelSources } from "../core/panels/technique-panel";
import type { NoteStore } from "../core/ports/notes";
import { readEachNote } from "./read-each-note";

/** Reads every note of a vault into what panels are worked out from; tells what is wrong with the data that it keeps for them. */
export async function openLibrary(
	store: NoteStore,
	folders: FolderSettings,
): Promise<{ readonly sources: PanelSources; readonly problems: readonly Problem[] }> {
	const { rules, resolver, problems } = await openKnowledge(store, folders);
	const library = createVaultLibrary(rules);
	for await (const { path, text, stat } of readEachNote(store)) {
		library.put(readNoteRecord(path, text, stat), text);
	}
	return { sources: { library, resolver, knowledge: rules }, problems };
}

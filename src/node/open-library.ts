import { readNoteRecord } from "../core/index/read-note-record";
import { createTextPool } from "../core/index/text-pool";
import { openKnowledge } from "../core/ingest/open-knowledge";
import { createVaultLibrary } from "../core/library/vault-library";
import type { Problem } from "../core/model/problem";
import type { FolderSettings } from "../core/model/settings";
import type { PanelSources } from "../core/panels/technique-panel";
import type { NoteStore } from "../core/ports/notes";
import { readEachNote } from "./read-each-note";

/**
 * Reads every note of a vault into what panels are worked out from; tells what is wrong with the data that it keeps for them. With
 * `isLazy`, rules are understood as they are asked for.
 */
export async function openLibrary(
	store: NoteStore,
	folders: FolderSettings,
	isLazy = false,
): Promise<{ readonly sources: PanelSources; readonly problems: readonly Problem[] }> {
	const { rules, resolver, problems } = await openKnowledge(store, folders);
	const library = createVaultLibrary(rules, isLazy);
	const pool = createTextPool();
	for await (const { path, text, stat } of readEachNote(store)) {
		library.put(readNoteRecord(path, text, stat, pool), text);
	}
	return { sources: { library, resolver, knowledge: rules }, problems };
}

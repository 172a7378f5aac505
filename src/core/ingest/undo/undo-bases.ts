import type { BaseEntry } from "../../notes/bases/pack-bases";
import { packBases } from "../../notes/bases/pack-bases";
import { identifyNote } from "../../notes/identity/identify-note";
import { keyOf } from "../choose-paths";
import { FOREIGN_SOURCE } from "../foreign-memory";
import type { SourceBases } from "../import-bases";
import { basesPath, findBase, openSourceBases, overlayBases, pendingPath } from "../import-bases";
import type { Journal, JournalBase } from "./journal";
import { kindOfSource } from "./pack-journal";
import type { UndoHost } from "./undo-plan";

/** Notes that are left as they are, by `keyOf`: where each is, undefined where it is nowhere. */
export type KeptNotes = ReadonlyMap<string, string | undefined>;

/**
 * Puts the merge bases of one kind of source back to what they were before the import, but for those of notes that are kept.
 *
 * What the import wrote is left as pending, so that until `dropPending` the vault stands as after an import that did not end: the next
 * one, whether undo or import, finds out of each note which of the two it was written from. Doing it twice changes nothing.
 */
export async function putBasesBack(
	source: string,
	journal: Journal,
	kept: KeptNotes,
	host: UndoHost,
): Promise<void> {
	const { notes: store, codec, folders } = host;
	const path = basesPath(folders, source);
	const { bases } = await openSourceBases(store, codec, folders, source);
	if (bases.pending === undefined) {
		const bytes = await store.readData(path);
		if (bytes !== undefined) await store.writeData(pendingPath(path), bytes);
	}
	const changes = new Map<string, BaseEntry | undefined>();
	for (const row of journal.bases) {
		if (row.source !== source) continue;
		const key = noteKeyOf(row);
		if (!kept.has(key)) changes.set(row.id, await journal.baseEntry(row));
		else {
			const entry = await keepBase(row, bases, kept.get(key), host);
			if (entry !== undefined) changes.set(row.id, entry);
		}
	}
	const entries = await overlayBases(bases.committed, changes);
	if (entries.size === 0) await store.removeData(path);
	else await store.writeData(path, await packBases(entries, codec));
}

/** Removes what `putBasesBack` left as pending, once every note is back. */
export function dropPending(source: string, { notes, folders }: UndoHost): Promise<void> {
	return notes.removeData(pendingPath(basesPath(folders, source)));
}

/** The key of the note that a base belongs to; what other vaults gave is remembered by that key itself. */
function noteKeyOf({ source, id }: JournalBase): string {
	return source === FOREIGN_SOURCE ? id : keyOf(kindOfSource(source), id);
}

/** Gives the base of a note that is left alone, where it is another than the one in force. */
async function keepBase(
	{ source, id }: JournalBase,
	bases: SourceBases,
	path: string | undefined,
	{ notes, folders }: UndoHost,
): Promise<BaseEntry | undefined> {
	// What other vaults gave stays as it is remembered: given once more, it would not be doubled.
	if (bases.pending === undefined || path === undefined || source === FOREIGN_SOURCE)
		return undefined;
	const text = (await notes.readNote(path)) ?? "";
	const { certainty } = identifyNote(path, text, { folders, resolve: (name) => name });
	const base = await findBase(bases, id, text, certainty === "stated");
	return base === undefined ? undefined : { path, text: base };
}

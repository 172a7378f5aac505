import type { NoteKind } from "../model/note";
import { pendingPath } from "./import-bases";
import type { ImportHost } from "./import-plan";
import { keyOf } from "./choose-paths";
import { journalPath } from "./undo/journal";
import { openJournal } from "./undo/pack-journal";

/** Tells what an import that did not end wrote, or was about to write, into a note: its `hashText`; undefined where nothing tells. */
export type WrittenHash = (kind: NoteKind, id: string) => string | undefined;

/** Reads what an import that did not end was writing, from the journal that it left pending. */
export async function readInterruptedWrites(
	host: Pick<ImportHost, "notes" | "codec" | "folders">,
): Promise<WrittenHash> {
	const bytes = await host.notes.readData(pendingPath(journalPath(host.folders)));
	const journal = bytes === undefined ? undefined : await openJournal(bytes, host.codec);
	const hashes = new Map(journal?.notes.map(({ kind, id, hash }) => [keyOf(kind, id), hash]));
	return (kind, id) => hashes.get(keyOf(kind, id));
}

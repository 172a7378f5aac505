import type { NoteKind } from "../model/note";
import type { InterruptedWrite } from "./import-bases";
import { pendingPath } from "./import-bases";
import type { ImportHost } from "./import-plan";
import { keyOf } from "./choose-paths";
import { journalPath } from "./undo/journal";
import { openJournal } from "./undo/pack-journal";

/** Looks up what an import that did not end meant to do; undefined where nothing tells. */
export type InterruptedWrites = (kind: NoteKind, id: string) => InterruptedWrite | undefined;

/** Reads what an import that did not end was writing, from the journal that it left pending. */
export async function readInterruptedWrites(
	host: Pick<ImportHost, "notes" | "codec" | "folders">,
): Promise<InterruptedWrites> {
	const bytes = await host.notes.readData(pendingPath(journalPath(host.folders)));
	const journal = bytes === undefined ? undefined : await openJournal(bytes, host.codec);
	const writes = new Map<string, InterruptedWrite>();
	for (const note of journal?.notes ?? []) {
		const former = async (): Promise<string | undefined> => journal?.noteText(note);
		writes.set(keyOf(note.kind, note.id), { hash: note.hash, former });
	}
	return (kind, id) => writes.get(keyOf(kind, id));
}

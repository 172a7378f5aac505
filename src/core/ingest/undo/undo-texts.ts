import { keyOf } from "../choose-paths";
import type { UndoHost, UndoPlan } from "./undo-plan";

/** The text that a note has, and the one that it had before the import; undefined where there is none, or it cannot be read. */
export interface UndoTexts {
	readonly now: string | undefined;
	readonly former: string | undefined;
}

/** Reads the texts of one note of an undo, by its path as the plan has it; a note that is left alone has both, too. */
export async function readUndoTexts(
	path: string,
	{ journal, notes, refused }: UndoPlan,
	{ notes: store }: UndoHost,
): Promise<UndoTexts> {
	const now = await store.readNote(path);
	const left = refused.find((note) => note.path === path);
	const row =
		notes.find((undone) => undone.path === path)?.note ??
		journal?.notes.find(
			({ kind, id }) => left !== undefined && keyOf(kind, id) === keyOf(left.kind, left.id),
		);
	if (journal === undefined || row === undefined) return { now, former: undefined };
	return { now, former: row.isNew ? undefined : await journal.noteText(row) };
}

import { convertNote } from "../../core/convert/convert-note";
import type { Surroundings } from "../../core/convert/conversion";
import type { NoteStore } from "../../core/ports/notes";
import { createSlicer } from "../ports/slices";
import type { BlockNote, TurnedNote } from "../views/convert/block-choices";

/** Reads notes and gives those that have old query blocks, in the order of their paths; `isWanted` false ends it early. */
export async function readBlockNotes(
	paths: readonly string[],
	store: Pick<NoteStore, "readNote">,
	surroundings: Surroundings,
	isWanted: () => boolean,
): Promise<BlockNote[]> {
	const slicer = createSlicer();
	const found: BlockNote[] = [];
	for (const path of paths) {
		await slicer.breathe();
		if (!isWanted()) break;
		const text = await store.readNote(path);
		const conversions = text === undefined ? [] : convertNote(text, surroundings);
		if (text !== undefined && conversions.length > 0) found.push({ path, text, conversions });
	}
	return found;
}

/** What became of notes that were to be written. */
export interface WrittenNotes {
	readonly written: readonly TurnedNote[];
	/** Paths of those whose text was no longer what it was when it was read. */
	readonly changed: readonly string[];
	readonly failed: readonly { readonly path: string; readonly reason: string }[];
}

/** Writes notes, each only where its text is still what it was; the others stay and are named. */
export async function writeNotes(
	notes: readonly TurnedNote[],
	store: Pick<NoteStore, "writeNote">,
	onProgress: (done: number) => void = () => undefined,
): Promise<WrittenNotes> {
	const slicer = createSlicer();
	const written: TurnedNote[] = [];
	const changed: string[] = [];
	const failed: { path: string; reason: string }[] = [];
	for (const [index, note] of notes.entries()) {
		await slicer.breathe();
		try {
			const isWritten = await store.writeNote(note.path, note.after, note.before);
			if (isWritten) written.push(note);
			else changed.push(note.path);
		} catch (error) {
			failed.push({ path: note.path, reason: String(error) });
		}
		onProgress(index + 1);
	}
	return { written, changed, failed };
}

/** Gives the notes as they were before, to be written in place of what they are. */
export function reverseNotes(notes: readonly TurnedNote[]): TurnedNote[] {
	return notes.map(({ path, before, after, blocks }) => ({
		...{ path, before: after, after: before, blocks },
	}));
}

import type { FormatNumber } from "./counts";

/** Text of the window that undoes the last import. */
export function importUndoText(number: FormatNumber) {
	const notes = (count: number) => (count === 1 ? "1 note" : `${number(count)} notes`);
	return {
		title: "Undo the last import",
		reading: "Comparing the notes with what the import wrote",
		working: "Putting notes back",
		progress: (done: number, total: number | null) =>
			total === null ? number(done) : `${number(done)} of ${number(total)}`,
		imported: (when: string) => `The last import was on ${when}. Nothing is changed yet.`,
		nothing: "There is nothing to undo: no import was kept, or it was undone already.",
		noNotes: "No note changes. What the import keeps beside the notes goes back to what it was.",
		restored: (count: number) => `${notes(count)} to get the former text back`,
		deleted: (count: number) => `${notes(count)} to move to the trash, made by the import`,
		refused: (count: number) => `${notes(count)} to leave alone, changed since`,
		wasRestored: (count: number) => `${notes(count)} put back`,
		wasDeleted: (count: number) => `${notes(count)} moved to the trash`,
		wasRefused: (count: number) => `${notes(count)} left alone`,
		reasons: { edited: "Edited since the import", deleted: "Deleted since the import" },
		filter: "Filter by name",
		noMatch: (filter: string) => `No note contains “${filter}”.`,
		hints: {
			restored: "What putting the note back changes in it.",
			deleted: "What goes to the trash with the note.",
			refused: "Not done, since the note was changed: what putting it back would change.",
			none: "The note is gone, or the text that it had cannot be read.",
		},
		readingNote: "Reading the note…",
		more: (count: number) => `and ${number(count)} more`,
		undo: "Undo import",
		cancel: "Cancel",
		close: "Close",
		stop: "Stop",
		stopping: "Stopping after the note in hand…",
		goesOn: "You can close this window: the undo goes on.",
		done: "Import undone",
		unfinished: "The undo did not end. Run it again to go on where it stopped.",
		failed: (reason: string) => `The import could not be undone: ${reason}`,
		problems: (count: number) => (count === 1 ? "1 problem" : `${number(count)} problems`),
		notice: (restored: number, deleted: number, refused: number) =>
			`Import undone: ${notes(restored)} put back, ${number(deleted)} moved to the trash, ${number(refused)} left alone.`,
		busy: "An import is under way. Finish or stop it first.",
		undoing: "The last import is being undone. Wait until that has ended.",
	};
}

import type { App, TFile } from "obsidian";
import type { NoteEdit } from "../../core/notes/front-matter/set-property";

/** Carries a refusal out of the vault's own work on a file, which then writes nothing. */
class Refused extends Error {
	readonly edit: NoteEdit;
	constructor(edit: NoteEdit) {
		super("refused");
		this.edit = edit;
	}
}

/** Edits a note as it is at this moment; nothing is written where the edit refuses. */
export async function writeNote(
	app: App,
	file: TFile,
	edit: (text: string) => NoteEdit,
): Promise<NoteEdit> {
	let done: NoteEdit | undefined;
	try {
		await app.vault.process(file, (text) => {
			done = edit(text);
			if (!done.ok) throw new Refused(done);
			return done.text;
		});
	} catch (error) {
		if (error instanceof Refused) return error.edit;
		throw error;
	}
	if (done === undefined) throw new Error("The note was not read.");
	return done;
}

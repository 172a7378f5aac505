import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import type { FolderSettings } from "../model/settings";
import type { NoteStore } from "../ports/notes";
import { readFieldNote } from "../taxonomy/fields/read-field-note";
import type { UserField } from "../taxonomy/fields/user-field";

/** Gives the path of the note in which a person keeps their own field names. */
export function fieldNotePath(folders: FolderSettings): string {
	return `${folders.home}/Field names.md`;
}

/** Reads the person's own field names; none where the note is absent. Rows that cannot be read are problems with their line in the note. */
export async function readVaultFieldRows(
	store: NoteStore,
	folders: FolderSettings,
): Promise<{ readonly rows: readonly UserField[]; readonly problems: readonly Problem[] }> {
	const path = fieldNotePath(folders);
	const text = await store.readNote(path);
	if (text === undefined) return { rows: [], problems: [] };
	const { rows, problems } = readFieldNote(text);
	return {
		rows,
		problems: problems.map(({ line, message }) =>
			problemOf(path, line, "note-field-name", message, "warning"),
		),
	};
}

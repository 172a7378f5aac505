import type { ImportHost } from "../../core/ingest/import-plan";
import type { NoteStore } from "../../core/ports/notes";

/** Gives a vault that remembers where the import put its report, so that a person can open it. */
export function watchReport({ notes, folders }: ImportHost): {
	readonly notes: NoteStore;
	/** Path of the report, null where none was written. */
	readonly reportPath: () => string | null;
} {
	let found: string | null = null;
	return {
		reportPath: () => found,
		notes: {
			...notes,
			async writeNote(path, text, expected) {
				const written = await notes.writeNote(path, text, expected);
				if (written && path.startsWith(`${folders.home}/Reports/`)) found = path;
				return written;
			},
		},
	};
}

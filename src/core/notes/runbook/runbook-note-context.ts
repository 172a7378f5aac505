import type { NoteKind } from "../../model/note";
import type { Problem } from "../../model/problem";

/** What a runbook note takes from the vault and the catalogue around it. */
export interface RunbookNoteContext {
	/** The wikilink target of an existing or planned note, undefined where there is none. */
	linkTo(kind: NoteKind, id: string): string | undefined;
	/** A technique's name with its parent's (`Remote Services: SSH`), undefined where no catalogue has it. */
	techniqueName(id: string): string | undefined;
	/** The technique in use for an id: its successor's where it was replaced. Absent where nothing is known of that. */
	techniqueInUse?(id: string): string;
	/** What `source` says: the collection the tests are from. */
	readonly source: string;
	/** Is told of text that was live and no longer is. */
	report?(problem: Problem): void;
}

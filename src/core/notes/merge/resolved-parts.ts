import type { NoteSection } from "../document/parse-note";

/** The parts of a note in which a conflict is resolved. */
export interface ResolvedParts {
	readonly properties: string;
	readonly sections: readonly NoteSection[];
}

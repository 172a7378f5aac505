import type { NoteSection } from "../document/parse-note";

/** The sections of three versions of a note. */
export interface SectionVersions {
	readonly base: readonly NoteSection[];
	readonly mine: readonly NoteSection[];
	readonly theirs: readonly NoteSection[];
}

/** What is merged as one: the sections that are each other, by index; several where somebody set or took out a heading between them. */
export interface SectionUnit {
	readonly base: number[];
	readonly mine: number[];
	readonly theirs: number[];
}

import type { NoteKind, NoteProperty } from "../../model/note";

/** A part of another vault's note: a heading and what stands below it up to the next one. */
export interface ForeignSection {
	/** 1 to 6; 0 for what stands before the first heading. */
	readonly level: number;
	/** The heading's text as written, "" at level 0. */
	readonly heading: string;
	/** The blocks below the heading, verbatim but for code that would run. */
	readonly blocks: readonly string[];
	/**
	 * `title` repeats what the note is called; `generated` is one that the vault's generator writes into every note of the kind;
	 * `own` is its author's.
	 */
	readonly role: "title" | "generated" | "own";
}

/** The source text of a rule inside a note. */
export interface ForeignRule {
	/** A file name for it, made from the note's, so that a rule without an id gets the one its file would give. */
	readonly path: string;
	readonly text: string;
	/** 1-based line in the note on which the text starts. */
	readonly line: number;
}

/** A technique, rule or runbook note of another vault, with what its author wrote. */
export interface ForeignNote {
	readonly kind: NoteKind;
	/** As the note has it, not resolved; null for a rule that states none, whose reader then makes one from `rule`. */
	readonly id: string | null;
	/** The note as the user named it, with the path inside it. */
	readonly file: string;
	/** The technique's name as far as the note tells it (with its parent's), or the rule's title; "" where it does not. */
	readonly title: string;
	/** What upstream would state, in our names, order and types. */
	readonly properties: readonly NoteProperty[];
	/** What upstream does not state: the author's own properties, in the note's order. */
	readonly ownProperties: readonly NoteProperty[];
	/** Tags and aliases that no generator wrote. */
	readonly ownTags: readonly string[];
	readonly ownAliases: readonly string[];
	readonly sections: readonly ForeignSection[];
	/** The rule's source text, undefined where the note has none. */
	readonly rule?: ForeignRule | undefined;
	/** The note's text, for the reader of rendered atomic tests. */
	readonly text: string;
}

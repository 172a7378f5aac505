import type { NoteKind } from "../../model/note";
import type { Problem } from "../../model/problem";

/** The kinds of notes that are told apart; an execution is a person's record of a run. */
export type IdentifiedKind = NoteKind | "execution";

/**
 * How sure an identity is.
 *
 * `stated` by an identity property of ours; `marked` by a tag or property that only such notes have; `inferred` from the folder,
 * the file name or the content. Of two notes with the same identity, the surer one is the note.
 */
export type Certainty = "stated" | "marked" | "inferred";

/** Why a note can be read but not safely changed. */
export interface BrokenNote {
	/** For a person: one clause without a full stop. */
	readonly reason: string;
	/** 1-based line in the note, null where the whole is meant. */
	readonly line: number | null;
}

/** What a note is. */
export interface NoteIdentity {
	/** Null for every note that is none of the kinds. */
	readonly kind: IdentifiedKind | null;
	/**
	 * The technique's id (also a runbook's) as the note has it, not resolved; a rule's id; an execution's log id.
	 *
	 * Null where there is no kind, where sources contradict each other, and for a rule or an execution that has no id.
	 */
	readonly id: string | null;
	readonly certainty: Certainty;
	/** What kind and id rest on, in words for a report: `attack_id`, `tag detection_rule`, `file name`. */
	readonly evidence: readonly string[];
	/** Set where the note must be left alone, whatever it is. */
	readonly broken: BrokenNote | null;
	/** Contradictions, each a `note-identity` problem. */
	readonly problems: readonly Problem[];
}

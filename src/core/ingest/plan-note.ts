import type { NoteDraft, NoteKind } from "../model/note";
import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import { hashText } from "../notes/bases/hash-text";
import type { BaseEntry } from "../notes/bases/pack-bases";
import { writeNote } from "../notes/front-matter/write-properties";
import { adoptNote } from "../notes/merge/adopt-note";
import { mergeNote } from "../notes/merge/merge-note";
import { addForeignText } from "../notes/shapes/add-foreign";
import type { ForeignNote } from "../notes/shapes/foreign-note";
import type { SourceBases } from "./import-bases";
import { findBase } from "./import-bases";
import type { PlannedConflict, PlannedNote } from "./import-plan";
import type { VaultNote } from "./scan-vault";

/** One record's note as upstream has it, and all that it meets. */
export interface NoteMeeting {
	readonly draft: NoteDraft;
	readonly path: string;
	/** The note that the vault has, undefined where it has none. */
	readonly existing: VaultNote | undefined;
	readonly bases: SourceBases;
	/** Notes of other vaults about the same thing, whose authors' text is added. */
	readonly foreign: readonly ForeignNote[];
	/** Whether the note is made again though the person deleted it. */
	readonly restore: boolean;
}

/** What becomes of the note, and what is to be kept as its base. */
export interface MeetingOutcome {
	readonly note: PlannedNote;
	/** The new base, undefined where the one in force says the same. */
	readonly written: BaseEntry | undefined;
	/** The base that the note was really written from, told only after an import that did not end. */
	readonly found: BaseEntry | undefined;
	readonly problems: readonly Problem[];
}

/** What a note's text becomes, before other vaults' text is added. */
interface Merged {
	readonly text: string;
	readonly conflicts: readonly PlannedConflict[];
	readonly differs: readonly PlannedConflict[];
	readonly problem?: Problem;
}

/**
 * Works out one note: made new, merged with what a person wrote since, adopted where no base tells what they wrote, or left alone.
 *
 * A note that was written once and is gone was deleted by the person, and stays so unless `restore` asks for it.
 */
export async function planNote(meeting: NoteMeeting): Promise<MeetingOutcome> {
	const { draft, path, existing, bases } = meeting;
	const theirs = writeNote(draft.properties, draft.body);
	const known = bases.pending === undefined ? bases.committed.hashOf(draft.id) : undefined;
	const isKnown = known !== undefined && known === hashText(theirs);
	const written = isKnown ? undefined : { path, text: theirs };
	if (existing === undefined) {
		if (bases.committed.has(draft.id) && !meeting.restore) return leaveDeleted(meeting);
		const after = addForeign(theirs, meeting.foreign);
		const note = describe(meeting, "create", undefined, after, NOTHING);
		return { note, written, found: undefined, problems: [] };
	}
	if (existing.identity.broken !== null) return leaveBroken(meeting, existing);
	const { text: mine, identity } = existing;
	const base = isKnown
		? theirs
		: await findBase(bases, draft.id, mine, identity.certainty === "stated");
	const merged = meet(draft.kind, base, mine, theirs, path);
	const after = addForeign(merged.text, meeting.foreign);
	const action = merged.conflicts.length > 0 ? "conflict" : after === mine ? "unchanged" : "update";
	return {
		note: describe(meeting, action, mine, after, merged),
		written: merged.problem === undefined ? written : undefined,
		found: bases.pending !== undefined && base !== undefined ? { path, text: base } : undefined,
		problems: merged.problem === undefined ? [] : [merged.problem],
	};
}

const NOTHING = { conflicts: [], differs: [] };

function meet(
	kind: NoteKind,
	base: string | undefined,
	mine: string,
	theirs: string,
	path: string,
): Merged {
	if (mine === theirs || base === theirs) return { text: mine, ...NOTHING };
	const result =
		base === undefined ? adoptNote({ kind, mine, theirs }) : mergeNote({ base, mine, theirs });
	if (!result.ok) {
		const problem = problemOf(path, result.line, "note-front-matter", result.reason, "warning");
		return { text: mine, ...NOTHING, problem };
	}
	return result;
}

function describe(
	{ draft, path }: NoteMeeting,
	action: PlannedNote["action"],
	before: string | undefined,
	after: string,
	{ conflicts, differs }: Pick<Merged, "conflicts" | "differs">,
): PlannedNote {
	return { kind: draft.kind, id: draft.id, path, action, before, after, conflicts, differs };
}

function addForeign(text: string, foreign: readonly ForeignNote[]): string {
	return foreign.reduce(addForeignText, text);
}

function leaveDeleted(meeting: NoteMeeting): MeetingOutcome {
	const { draft, bases } = meeting;
	const path = bases.committed.pathOf(draft.id) ?? meeting.path;
	const message = "the note was deleted and is not made again (the restore option makes it)";
	return {
		note: describe({ ...meeting, path }, "unchanged", "", "", NOTHING),
		written: undefined,
		found: undefined,
		problems: [problemOf(path, null, "note-deleted", message, "info")],
	};
}

function leaveBroken(meeting: NoteMeeting, { text, identity }: VaultNote): MeetingOutcome {
	const { reason, line } = identity.broken ?? { reason: "", line: null };
	const message = `the note is left alone: ${reason}`;
	return {
		note: describe(meeting, "unchanged", text, text, NOTHING),
		written: undefined,
		found: undefined,
		problems: [problemOf(meeting.path, line, "note-front-matter", message, "warning")],
	};
}

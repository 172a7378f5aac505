import type { NoteKind } from "../model/note";
import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import { hashText } from "../notes/bases/hash-text";
import type { BaseEntry } from "../notes/bases/pack-bases";
import { adoptNote } from "../notes/merge/adopt-note";
import { mergeNote } from "../notes/merge/merge-note";
import { addForeignText } from "../notes/foreign/add-foreign";
import { tellRuleChange } from "../library/tell-rule-change";
import type { ForeignNote } from "../notes/foreign/foreign-note";
import type { Draft } from "./draft-notes";
import type { SourceBases } from "./import-bases";
import { findBase } from "./import-bases";
import type { PlannedConflict, PlannedNote } from "./import-plan";
import type { VaultNote } from "./scan-vault";

/** One record's note as upstream has it, and all that it meets. */
export interface NoteMeeting {
	readonly kind: NoteKind;
	readonly id: string;
	readonly draft: Draft;
	readonly path: string;
	/** The note that the vault has, undefined where it has none. */
	readonly existing: VaultNote | undefined;
	readonly bases: SourceBases;
	/** Notes of other vaults about the same thing, whose authors' text is added. */
	readonly foreign: readonly ForeignNote[];
	/** Whether the draft may only add to a note that was written from such a base: it is other vaults', and the base is not. */
	readonly isAddedTo: (base: string) => boolean;
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
	const { kind, id, draft, path, existing, bases } = meeting;
	const known = bases.pending === undefined ? bases.committed.hashOf(id) : undefined;
	const isKnown = known !== undefined && known === (draft.hash ?? hashText(textOf(draft)));
	if (existing === undefined) return planMissing(meeting, isKnown);
	if (existing.identity.broken !== null) return leaveBroken(meeting, existing);
	if (isKnown) return leaveMerged(meeting, existing);
	const theirs = textOf(draft);
	const { text: mine, identity } = existing;
	const base = await findBase(bases, id, mine, identity.certainty === "stated");
	const found =
		bases.pending !== undefined && base !== undefined ? { path, text: base } : undefined;
	if (base !== undefined && meeting.isAddedTo(base))
		return { ...leaveMerged(meeting, existing), found };
	const merged = meet(kind, base, mine, theirs, path);
	const after = addForeign(merged.text, meeting.foreign);
	const action = merged.conflicts.length > 0 ? "conflict" : after === mine ? "unchanged" : "update";
	const isAdopted = base === undefined && mine !== theirs && merged.problem === undefined;
	return {
		note: {
			...describe(meeting, action, mine, after, merged),
			...(isAdopted ? { isAdopted } : {}),
			...(kind === "rule" ? tellChange(path, base, theirs) : {}),
		},
		written: merged.problem === undefined ? { path, text: theirs, hash: draft.hash } : undefined,
		found,
		problems: merged.problem === undefined ? [] : [merged.problem],
	};
}

const NOTHING = { conflicts: [], differs: [] };

/** Which part of a rule upstream changed since the note was written. */
function tellChange(
	path: string,
	base: string | undefined,
	theirs: string,
): Pick<PlannedNote, "upstreamChange"> {
	const change = base === undefined ? "none" : tellRuleChange(path, base, theirs);
	return change === "none" ? {} : { upstreamChange: change };
}

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
	{ kind, id, path }: NoteMeeting,
	action: PlannedNote["action"],
	before: string | undefined,
	after: string,
	{ conflicts, differs }: Pick<Merged, "conflicts" | "differs">,
): PlannedNote {
	return { kind, id, path, action, before, after, conflicts, differs };
}

function textOf({ text }: Draft): string {
	if (text === undefined) throw new Error("a note is planned without its draft");
	return text;
}

function addForeign(text: string, foreign: readonly ForeignNote[]): string {
	return foreign.reduce(addForeignText, text);
}

/** Makes a note that the vault has not, unless the person deleted it. */
function planMissing(meeting: NoteMeeting, isKnown: boolean): MeetingOutcome {
	const { id, draft, path, bases } = meeting;
	if (bases.committed.has(id) && !meeting.restore) return leaveDeleted(meeting);
	const text = textOf(draft);
	const after = addForeign(text, meeting.foreign);
	return {
		note: describe(meeting, "create", undefined, after, NOTHING),
		written: isKnown ? undefined : { path, text, hash: draft.hash },
		found: undefined,
		problems: [],
	};
}

/** Upstream is as it was when the note met it: what the person made of it since stands. */
function leaveMerged(meeting: NoteMeeting, { text }: VaultNote): MeetingOutcome {
	const after = addForeign(text, meeting.foreign);
	return {
		note: describe(meeting, after === text ? "unchanged" : "update", text, after, NOTHING),
		written: undefined,
		found: undefined,
		problems: [],
	};
}

function leaveDeleted(meeting: NoteMeeting): MeetingOutcome {
	const { id, bases } = meeting;
	const path = bases.committed.pathOf(id) ?? meeting.path;
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

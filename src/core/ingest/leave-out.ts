import { problemOf } from "../model/problem";
import { keyOf } from "./choose-paths";
import { FOREIGN_SOURCE } from "./foreign-memory";
import type { ImportPlan, PlannedBases, PlannedNote } from "./import-plan";
import { kindOfSource } from "./undo/pack-journal";

/**
 * Gives a plan in which some notes stay as they are, for the reason that the person left them out.
 *
 * `paths` are those of the notes; a note that the plan does not change is passed over. What is remembered of these notes stays as well,
 * so that the next import plans them again. Each is told as a problem of severity `info`.
 */
export function leaveOut(plan: ImportPlan, paths: ReadonlySet<string>): ImportPlan {
	const left = plan.notes.filter((note) => paths.has(note.path) && note.before !== note.after);
	if (left.length === 0) return plan;
	const keys = new Set(left.map(({ kind, id }) => keyOf(kind, id)));
	const notes = plan.notes.map((note) =>
		keys.has(keyOf(note.kind, note.id)) ? leaveAsIs(note) : note,
	);
	const count = (action: PlannedNote["action"]): number =>
		notes.filter((note) => note.action === action).length;
	const message = "the note was left out of this import; the next one plans it again";
	const told = left.map(({ path }) => problemOf(path, null, "note-left-out", message, "info"));
	// What is remembered of the sources stays: it speaks for a note only where the note's base in force says the same.
	return {
		...plan,
		notes,
		bases: plan.bases
			.map((bases) => leaveBases(bases, keys))
			.filter((bases) => bases !== undefined),
		result: {
			...plan.result,
			created: count("create"),
			updated: count("update"),
			unchanged: count("unchanged"),
			conflicts: count("conflict"),
			problems: [...plan.result.problems, ...told],
		},
	};
}

/** A note that is not there yet is planned as one without text, which nothing writes. */
function leaveAsIs(note: PlannedNote): PlannedNote {
	const text = note.before ?? "";
	return { ...note, action: "unchanged", before: text, after: text, conflicts: [], differs: [] };
}

function leaveBases(bases: PlannedBases, keys: ReadonlySet<string>): PlannedBases | undefined {
	const { source, changed } = bases;
	// What other vaults gave is remembered by the note's key itself.
	const keyOfBase = (id: string): string =>
		source === FOREIGN_SOURCE ? id : keyOf(kindOfSource(source), id);
	const ids = changed.filter((id) => keys.has(keyOfBase(id)));
	return ids.length === 0 ? bases : bases.without(new Set(ids));
}

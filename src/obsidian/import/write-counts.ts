import type { ImportPlan, PlannedNote } from "../../core/ingest/import-plan";
import type { NoteStore } from "../../core/ports/notes";
import type { ImportState } from "../ports/import-progress";

/** What became of the notes so far, while an import writes. */
export interface WriteCounts {
	readonly created: number;
	readonly updated: number;
	readonly conflicts: number;
	readonly unchanged: number;
	/** Notes that changed meanwhile, or could not be written. */
	readonly failed: number;
}

/** A vault that counts what an import writes to it. */
export interface CountingNotes {
	readonly notes: NoteStore;
	counts(state: ImportState): WriteCounts;
}

/** Lets an import write through to the vault, and counts by what was planned of each note. */
export function countWriting(plan: ImportPlan, notes: NoteStore): CountingNotes {
	const actions = new Map<string, PlannedNote["action"]>();
	for (const { path, action } of plan.notes) actions.set(path, action);
	const counts = { create: 0, update: 0, conflict: 0, unchanged: 0, failed: 0 };
	return {
		notes: {
			...notes,
			async writeNote(path, text, expected) {
				// The report is no note of the plan.
				const action = actions.get(path);
				const count = (what: keyof typeof counts): unknown =>
					action !== undefined && counts[what]++;
				try {
					const isDone = await notes.writeNote(path, text, expected);
					count(isDone ? (action ?? "failed") : "failed");
					return isDone;
				} catch (error) {
					count("failed");
					throw error;
				}
			},
		},
		counts({ stage, done }) {
			const seen = stage === "write" ? done : 0;
			const { create, update, conflict, failed } = counts;
			const tried = create + update + conflict + failed;
			return {
				created: create,
				updated: update,
				conflicts: conflict,
				unchanged: Math.max(0, seen - tried - 1),
				failed,
			};
		},
	};
}

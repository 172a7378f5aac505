import type { PlannedNote } from "../../../core/ingest/import-plan";

/** The groups of a plan in the order of their tabs. */
export const PLAN_GROUPS = ["create", "update", "adopt", "conflict", "unchanged"] as const;
/** One group of a plan. */
export type PlanGroup = (typeof PLAN_GROUPS)[number];

/** The notes of a plan by group, each in one. */
export type PlanGroups = Readonly<Record<PlanGroup, readonly PlannedNote[]>>;

/** Which group is shown first: what needs a decision, then what changes. */
const LOOKED_AT_FIRST = ["conflict", "adopt", "update", "create"] as const;

/** Sorts a plan's notes by what becomes of them. */
export function groupNotes(notes: readonly PlannedNote[]): PlanGroups {
	const groups: Record<PlanGroup, PlannedNote[]> = {
		create: [],
		update: [],
		adopt: [],
		conflict: [],
		unchanged: [],
	};
	for (const note of notes) {
		const isAdopted = note.isAdopted === true && note.action !== "conflict";
		groups[isAdopted ? "adopt" : note.action].push(note);
	}
	return groups;
}

/** Gives the group that is shown first. */
export function firstGroup(groups: PlanGroups): PlanGroup {
	return LOOKED_AT_FIRST.find((group) => groups[group].length > 0) ?? "unchanged";
}

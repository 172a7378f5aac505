import type { ImportPlan } from "../../core/ingest/import-plan";
import { isQuiet } from "../../core/ingest/import-plan";

/** How many notes a plan writes. */
export function countWrites(plan: ImportPlan): number {
	return plan.notes.filter((note) => note.before !== note.after).length;
}

/** Whether a plan would leave the vault as it is, what it keeps beside the notes included. */
export function isIdle(plan: ImportPlan): boolean {
	return countWrites(plan) + plan.data.length === 0 && plan.bases.every(isQuiet);
}

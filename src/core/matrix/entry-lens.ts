import type { TechniqueResolver } from "../attack/technique-resolver";
import type { Lens } from "./lens";
import { countNotes, NOTHING } from "./lens";
import { COUNT_STEPS } from "./rule-lenses";
import { groupByTechnique } from "./technique-groups";

/** One entry of a list of notes, with the techniques that it is about. */
export interface MatrixEntry {
	readonly path: string;
	/** As the note has them, not resolved. */
	readonly techniques: readonly string[];
	/** What the note says of them, null where it says nothing. */
	readonly amount: number | null;
}

/** Steps between the ends of the amounts. */
const STEPS = 5;

/** Counts the entries that name each technique. */
export function createEntryLens(
	entries: readonly MatrixEntry[],
	resolver: TechniqueResolver,
): Lens {
	const groups = groupByTechnique(entries, resolver);
	return {
		unit: "count",
		steps: COUNT_STEPS,
		valueOf(technique, isRolledUp) {
			const found = groups.of(technique, isRolledUp);
			return found.length === 0 ? NOTHING : countNotes(found.length, found);
		},
	};
}

/** Shows the highest amount of the entries that name each technique. */
export function createAmountLens(
	entries: readonly MatrixEntry[],
	resolver: TechniqueResolver,
): Lens {
	const stated = entries.filter(({ amount }) => amount !== null);
	const groups = groupByTechnique(stated, resolver);
	return {
		unit: "score",
		steps: stepsOver(stated.map(({ amount }) => amount ?? 0)),
		valueOf(technique, isRolledUp) {
			const found = groups.of(technique, isRolledUp);
			if (found.length === 0) return NOTHING;
			const amount = found.reduce(
				(highest, entry) => Math.max(highest, entry.amount ?? -Infinity),
				-Infinity,
			);
			return countNotes(amount, found);
		},
	};
}

function stepsOver(amounts: readonly number[]): readonly number[] {
	const least = amounts.reduce((a, b) => Math.min(a, b), Infinity);
	const most = amounts.reduce((a, b) => Math.max(a, b), -Infinity);
	if (!(most > least)) return [amounts[0] ?? 0];
	return Array.from({ length: STEPS }, (_, index) => least + ((most - least) * index) / STEPS);
}

import { compareCodeUnits } from "../text/compare";

/** What a lens says of a technique. */
export interface LensValue {
	/** In the lens's unit; null where there is nothing to say: no rule, no test, never run. */
	readonly amount: number | null;
	/** What a share is made of, where both numbers are worth telling: so many of so many. */
	readonly parts?: readonly [number, number];
	/** Paths of the notes behind it, in order; empty where it comes from no note. Sorted when asked for. */
	readonly notes: readonly string[];
}

/** A way to look at the matrix: what stands in each cell, and how strong it is. */
export interface Lens {
	/** `count`: things, `share`: 0 to 1, `day`: days since 1970, `outcome`: a place in `OUTCOME_STEPS`, `score`: a number of somebody's own scale. */
	readonly unit: "count" | "share" | "day" | "outcome" | "score";
	/** Smallest amounts of the steps that are coloured alike, the weakest first. */
	readonly steps: readonly number[];
	/** Whether every amount is a whole number: steps then end before the next one begins. A `count` always is. */
	readonly isWhole?: boolean;
	/** The day from which a `day` is counted back. */
	readonly today?: number;
	/** Of a technique itself, or with its sub-techniques; what names several of them counts once. */
	valueOf(technique: string, isRolledUp: boolean): LensValue;
}

/** Says that there is nothing. */
export const NOTHING: LensValue = { amount: null, notes: [] };

/** Says an amount that comes from notes. */
export function countNotes(amount: number, notes: readonly { readonly path: string }[]): LensValue {
	return {
		amount,
		get notes() {
			return notes.map(({ path }) => path).sort(compareCodeUnits);
		},
	};
}

/** Gives the step of an amount, from 1; 0 where there is nothing to say. */
export function stepOf({ steps }: Pick<Lens, "steps">, amount: number | null): number {
	if (amount === null) return 0;
	const above = steps.findIndex((from) => amount < from);
	return above === -1 ? steps.length : Math.max(1, above);
}

import type { Lens } from "./lens";
import { NOTHING, stepOf } from "./lens";

/** How two lenses see one technique: something in neither, in one of them, or in both. */
export type LensMeeting = "neither" | "first" | "second" | "both";

/** The meetings in the order of the steps of a lens that compares two. */
export const MEETINGS: readonly LensMeeting[] = ["neither", "first", "second", "both"];

/** Compares the steps that two lenses give of a technique; something counts as something from the first step on, 0 is nothing. */
export function compareSteps(first: number, second: number): LensMeeting {
	if (first > 0) return second > 0 ? "both" : "first";
	return second > 0 ? "second" : "neither";
}

/** Shows how two lenses compare as a lens of its own: its amounts and steps are places in `MEETINGS`. */
export function createComparingLens(first: Lens, second: Lens): Lens {
	return {
		unit: "score",
		steps: [1, 2, 3],
		valueOf(technique, isRolledUp) {
			const stepUnder = (lens: Lens): number =>
				stepOf(lens, lens.valueOf(technique, isRolledUp).amount);
			const amount = MEETINGS.indexOf(compareSteps(stepUnder(first), stepUnder(second)));
			return amount === 0 ? NOTHING : { amount, notes: [] };
		},
	};
}

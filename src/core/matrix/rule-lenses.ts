import type { RuleEntry } from "../library/library-entry";
import type { Lens } from "./lens";
import { countNotes, NOTHING } from "./lens";
import type { TechniqueGroups } from "./technique-groups";

/** Steps of what rules and tests are counted in. */
export const COUNT_STEPS: readonly number[] = [1, 2, 5, 15, 50];
/** Steps of shares. */
export const SHARE_STEPS: readonly number[] = [0, 0.25, 0.5, 0.75, 1];

/** Makes the lens that counts the rules of each technique. */
export function createRuleLens(rules: TechniqueGroups<RuleEntry>): Lens {
	return {
		unit: "count",
		steps: COUNT_STEPS,
		valueOf(technique, isRolledUp) {
			const found = rules.of(technique, isRolledUp);
			if (found.length === 0) return NOTHING;
			return countNotes(found.length, found);
		},
	};
}

/** Gives the share of each technique's rules that is understood whole, of those that have a query; its notes are the others. */
export function createParsedLens(rules: TechniqueGroups<RuleEntry>): Lens {
	return {
		unit: "share",
		steps: SHARE_STEPS,
		valueOf(technique, isRolledUp) {
			const found = rules.of(technique, isRolledUp).filter(({ facts }) => facts.parsed !== "none");
			if (found.length === 0) return NOTHING;
			const rest = found.filter(({ facts }) => facts.parsed !== "full");
			const amount = (found.length - rest.length) / found.length;
			return countNotes(amount, rest);
		},
	};
}

import type { RunbookEntry } from "../library/library-entry";
import type { Lens } from "./lens";
import { countNotes, NOTHING } from "./lens";
import { COUNT_STEPS } from "./rule-lenses";
import type { TechniqueGroups } from "./technique-groups";

/** Counts the tests in each technique's runbooks. */
export function createTestLens(runbooks: TechniqueGroups<RunbookEntry>): Lens {
	return {
		unit: "count",
		steps: COUNT_STEPS,
		valueOf(technique, isRolledUp) {
			const found = runbooks.of(technique, isRolledUp);
			const amount = found.reduce((sum, { tests }) => sum + tests, 0);
			if (amount === 0) return NOTHING;
			return countNotes(amount, found);
		},
	};
}

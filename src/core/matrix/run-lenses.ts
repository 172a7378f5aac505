import type { Freshness } from "../executions/run-summary";
import { isFresh, latestVerdict } from "../executions/run-summary";
import type { ExecutionEntry, RuleEntry } from "../library/library-entry";
import type { RunRecords } from "../library/run-records";
import type { OUTCOMES } from "../model/execution";
import { compareCodeUnits } from "../text/compare";
import type { Lens } from "./lens";
import { countNotes, NOTHING } from "./lens";
import { SHARE_STEPS } from "./rule-lenses";
import type { TechniqueGroups } from "./technique-groups";

const DAY_MS = 86_400_000;
/** Days within which a run is younger than the step before. */
const AGES: readonly number[] = [365, 90, 30, 7];

/** The outcomes in the order of the steps of their lens: the worst for the defender first, after what nobody has looked at. */
export const OUTCOME_STEPS = [
	"tbd",
	"not-detected",
	"detected",
	"blocked",
] as const satisfies readonly (typeof OUTCOMES)[number][];

/**
 * Shows the day of the last run of each technique's tests, in days since 1970 (UTC); the younger, the stronger. `today` is such a day. Runs
 * of which no time is stated count as run on day 0. What was not run in the end does not count.
 */
export function createLastRunLens(runs: TechniqueGroups<ExecutionEntry>, today: number): Lens {
	return {
		unit: "day",
		steps: [0, ...AGES.map((age) => today - age)],
		today,
		valueOf(technique, isRolledUp) {
			const found = runs.of(technique, isRolledUp).filter(wasRun);
			if (found.length === 0) return NOTHING;
			return countNotes(Math.max(0, ...found.map(dayOf)), found);
		},
	};
}

/** Shows what the defence made of the last run of each technique: a place in `OUTCOME_STEPS`, from 1. */
export function createOutcomeLens(runs: TechniqueGroups<ExecutionEntry>): Lens {
	return {
		unit: "outcome",
		steps: OUTCOME_STEPS.map((_, index) => index + 1),
		valueOf(technique, isRolledUp) {
			const found = runs.of(technique, isRolledUp).filter(wasRun);
			const [first] = found;
			if (first === undefined) return NOTHING;
			const last = found.reduce((a, b) => (isLater(b, a) ? b : a), first);
			return countNotes(OUTCOME_STEPS.indexOf(last.outcome ?? "tbd") + 1, [last]);
		},
	};
}

/**
 * Gives the share of each technique's rules that fired when they were last tested, in a run that is not stale; its notes are the others. A technique of which no
 * rule fired has nothing.
 */
export function createProvenLens(
	rules: TechniqueGroups<RuleEntry>,
	records: RunRecords,
	{ since }: Freshness,
): Lens {
	const isProven = ({ path }: RuleEntry): boolean => {
		const latest = latestVerdict(records, path);
		return latest?.row.verdict === "fired" && isFresh(latest.execution, since);
	};
	return {
		unit: "share",
		steps: SHARE_STEPS,
		valueOf(technique, isRolledUp) {
			const found = rules.of(technique, isRolledUp);
			const rest = found.filter((rule) => !isProven(rule));
			const proven = found.length - rest.length;
			if (proven === 0) return NOTHING;
			const parts = [proven, found.length] as const;
			return { amount: proven / found.length, parts, notes: pathsOf(rest) };
		},
	};
}

function pathsOf(rules: readonly RuleEntry[]): readonly string[] {
	return rules.map(({ path }) => path).sort(compareCodeUnits);
}

function wasRun({ ran }: ExecutionEntry): boolean {
	return ran !== "not-run";
}

function dayOf({ started }: ExecutionEntry): number {
	const time = Date.parse(started ?? "");
	return Number.isNaN(time) ? 0 : Math.floor(time / DAY_MS);
}

/** Times are written alike, so that their order is that of their text. */
function isLater(a: ExecutionEntry, b: ExecutionEntry): boolean {
	return (
		(compareCodeUnits(a.started ?? "", b.started ?? "") || compareCodeUnits(b.path, a.path)) > 0
	);
}

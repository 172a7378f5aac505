import type { Indicator, KnownIndicator } from "../library/indicator-index";
import type { RuleEntry } from "../library/library-entry";
import { compareCodeUnits } from "../text/compare";
import type { Steps } from "../text/steps";
import { finishSteps } from "../text/steps";
import type { CountedRow } from "./count-rules";
import { countEach, rankRows } from "./count-rules";
import { showValue } from "./show-value";

/** A value that rules look for. */
export interface IndicatorRow extends Indicator, CountedRow {
	/** Number of rules of the whole vault that look for it. */
	readonly reach: number;
	/** Those rules. */
	readonly everywhere: Iterable<RuleEntry>;
}

/** Counts what rules look for, most used first, ties by field and value. `indicatorsOf` gives what the vault knows of a rule. */
export function countIndicators(
	rules: readonly RuleEntry[],
	indicatorsOf: (rule: RuleEntry) => readonly KnownIndicator[],
): readonly IndicatorRow[] {
	return finishSteps(countIndicatorsInSteps(rules, indicatorsOf));
}

/** The same in pieces. */
export function* countIndicatorsInSteps(
	rules: readonly RuleEntry[],
	indicatorsOf: (rule: RuleEntry) => readonly KnownIndicator[],
): Steps<readonly IndicatorRow[]> {
	const owners = new Map<KnownIndicator, RuleEntry[]>();
	yield* countEach(rules, (rule) => {
		for (const indicator of indicatorsOf(rule)) {
			const known = owners.get(indicator);
			if (known === undefined) owners.set(indicator, [rule]);
			else known.push(rule);
		}
	});
	const rows: IndicatorRow[] = [];
	for (const [{ field, op, value, reach, rules: everywhere }, own] of owners)
		rows.push({ field, op, value, reach, everywhere, rules: own });
	return yield* rankRows(rows, compareIndicators);
}

function compareIndicators(a: Indicator, b: Indicator): number {
	if (a.field !== b.field) return compareCodeUnits(a.field ?? "", b.field ?? "");
	return compareCodeUnits(showValue(a.value), showValue(b.value)) || compareCodeUnits(a.op, b.op);
}

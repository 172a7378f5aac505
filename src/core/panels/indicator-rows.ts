import type { Indicator, KnownIndicator } from "../library/indicator-index";
import type { RuleEntry } from "../library/library-entry";
import type { Steps } from "../text/steps";
import { finishSteps } from "../text/steps";
import type { CountedRow, NameParts } from "./count-rules";
import { addRule, countEach, rankRows } from "./count-rules";
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

/** Does what `countIndicators` does, in pieces between which the host may breathe. */
export function* countIndicatorsInSteps(
	rules: readonly RuleEntry[],
	indicatorsOf: (rule: RuleEntry) => readonly KnownIndicator[],
): Steps<readonly IndicatorRow[]> {
	const found = new Map<KnownIndicator, CountedIndicator>();
	yield* countEach(rules, (rule) => {
		for (const indicator of indicatorsOf(rule)) {
			const row = found.get(indicator);
			if (row === undefined) found.set(indicator, new CountedIndicator(indicator, rule));
			else addRule(row.rules, rule);
		}
	});
	return yield* rankRows([...found.values()], NAME);
}

/** A row while rules are counted. */
class CountedIndicator implements IndicatorRow {
	readonly field: IndicatorRow["field"];
	readonly op: IndicatorRow["op"];
	readonly value: IndicatorRow["value"];
	readonly reach: number;
	readonly rules: RuleEntry[];
	readonly #known: KnownIndicator;

	constructor(known: KnownIndicator, rule: RuleEntry) {
		this.field = known.field;
		this.op = known.op;
		this.value = known.value;
		this.reach = known.reach;
		this.rules = [rule];
		this.#known = known;
	}

	/** Asked of few rows: most are never opened. */
	get everywhere(): Iterable<RuleEntry> {
		return this.#known.rules;
	}
}

const NAME: NameParts<Indicator> = [
	({ field }) => field ?? "",
	({ value }) => showValue(value),
	({ op }) => op,
];

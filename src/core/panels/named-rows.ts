import type { RuleEntry } from "../library/library-entry";
import type { Steps } from "../text/steps";
import { finishSteps } from "../text/steps";
import type { CountedRow } from "./count-rules";
import { countEach, createRuleCounter } from "./count-rules";

/** Something that rules name: a data source, a table, a false positive. */
export interface NamedRow extends CountedRow {
	readonly name: string;
}

/** What rules write in place of a false positive. */
const SAYS_NOTHING =
	/^(?:unknown|(?:highly |very )?(?:un)?likely|none(?: identified| expected)?)\.?$/i;

/** Puts false positives that only say how likely there are any behind those that name one; else the order stays. */
export function namedFirst(rows: readonly NamedRow[]): readonly NamedRow[] {
	const isNamed = ({ name }: NamedRow): boolean => !SAYS_NOTHING.test(name);
	return [...rows.filter(isNamed), ...rows.filter((row) => !isNamed(row))];
}

/** Counts the texts that rules name, most used first; letter case and outer white space do not part two of them. */
export function countNames(
	rules: readonly RuleEntry[],
	namesOf: (rule: RuleEntry) => readonly string[],
): readonly NamedRow[] {
	return finishSteps(countNamesInSteps(rules, namesOf));
}

/** Does what `countNames` does, in pieces between which the host may breathe. */
export function* countNamesInSteps(
	rules: readonly RuleEntry[],
	namesOf: (rule: RuleEntry) => readonly string[],
): Steps<readonly NamedRow[]> {
	const counter = createRuleCounter<string>(
		(text) => text.trim().toLowerCase(),
		(text) => text.trim(),
	);
	yield* countEach(rules, (rule) => {
		for (const text of namesOf(rule)) counter.count(text, rule);
	});
	const rows = yield* counter.rows();
	return rows.map(({ item, rules: own }) => ({ name: item.trim(), rules: own }));
}

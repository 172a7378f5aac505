import type { RuleEntry } from "../library/library-entry";
import { compareCodeUnits } from "../text/compare";
import { sortInSteps } from "../text/sort-in-steps";
import type { Steps } from "../text/steps";

/** Rows that each stand for something rules have in common, with those rules; a rule counts at most once per row. */
export interface RuleCounter<Row> {
	/** Counts a rule into the row of a key; `create` makes the row the first time. Gives the row. */
	count(key: string, rule: RuleEntry, create: () => Row): Row;
	/** The rows with their rules, most used first, ties by name. */
	rows(nameOf: (row: Row) => string): Steps<readonly (Row & CountedRow)[]>;
}

/** What a row's number opens. */
export interface CountedRow {
	/** In the order in which they were counted, without doubles. */
	readonly rules: readonly RuleEntry[];
}

/** Starts with no rows. Rules have to be counted one after the other: all of one, then all of the next. */
export function createRuleCounter<Row>(): RuleCounter<Row> {
	const rows = new Map<string, { readonly row: Row; readonly rules: RuleEntry[] }>();
	return {
		count(key, rule, create) {
			const known = rows.get(key);
			if (known === undefined) {
				const row = create();
				rows.set(key, { row, rules: [rule] });
				return row;
			}
			if (known.rules[known.rules.length - 1] !== rule) known.rules.push(rule);
			return known.row;
		},
		*rows(nameOf) {
			const found = [...rows.values()].map(({ row, rules }) => ({
				name: nameOf(row),
				row: { ...row, rules },
			}));
			yield;
			const sorted = yield* sortInSteps(
				found,
				(a, b) => b.row.rules.length - a.row.rules.length || compareCodeUnits(a.name, b.name),
			);
			return sorted.map(({ row }) => row);
		},
	};
}

/** Rules that are counted between two places where a host may do something else. */
const PIECE = 50;

/** Counts rule after rule, in pieces. */
export function* countEach(
	rules: readonly RuleEntry[],
	count: (rule: RuleEntry) => void,
): Steps<void> {
	for (const [index, rule] of rules.entries()) {
		count(rule);
		if (index % PIECE === PIECE - 1) yield;
	}
}

import type { RuleEntry } from "../library/library-entry";
import { compareCodeUnits } from "../text/compare";
import { sortInSteps } from "../text/sort-in-steps";
import type { Steps } from "../text/steps";

/** Rows that each stand for something rules have in common, with those rules; a rule counts at most once per row. */
export interface RuleCounter<Row> {
	/** Counts a rule into the row of a key; `create` makes the row the first time. Gives the row. */
	count(key: string, rule: RuleEntry, create: () => Row): Row;
	/** The rows with their rules, most used first, ties by name. */
	rows(nameOf: (row: Row) => string): Steps<readonly Counted<Row>[]>;
}

/** A row and the rules that were counted into it. */
export interface Counted<Row> extends CountedRow {
	readonly row: Row;
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
			const { rules } = known;
			if (rules[rules.length - 1] !== rule) rules.push(rule);
			return known.row;
		},
		*rows(nameOf) {
			return yield* rankRows([...rows.values()], (a, b) =>
				compareCodeUnits(nameOf(a.row), nameOf(b.row)),
			);
		},
	};
}

/** Sorts rows, most used first; `compareNames` decides between those that equally many rules use. */
export function* rankRows<Row extends CountedRow>(
	rows: readonly Row[],
	compareNames: (a: Row, b: Row) => number,
): Steps<readonly Row[]> {
	// Most rows have one rule or two: apart by number, they are compared by name alone.
	const byCount = new Map<number, Row[]>();
	for (const row of rows) {
		const count = row.rules.length;
		const equal = byCount.get(count);
		if (equal === undefined) byCount.set(count, [row]);
		else equal.push(row);
	}
	yield;
	const ranked: Row[] = [];
	for (const count of [...byCount.keys()].sort((a, b) => b - a)) {
		for (const row of yield* sortInSteps(byCount.get(count) ?? [], compareNames)) ranked.push(row);
	}
	return ranked;
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

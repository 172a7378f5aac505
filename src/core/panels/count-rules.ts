import type { RuleEntry } from "../library/library-entry";
import { addToGroup } from "../text/add-to-group";
import { sortTextsInSteps } from "../text/sort-in-steps";
import type { Steps } from "../text/steps";

/** Things that rules have in common, with those rules; a rule counts at most once for each. */
export interface RuleCounter<Item> {
	/** Counts a rule for an item. Rules have to be counted one after the other: all of one, then all of the next. */
	count(item: Item, rule: RuleEntry): void;
	/** The items with their rules, most used first, ties by name. */
	rows(): Steps<readonly Counted<Item>[]>;
}

/** An item and the rules that were counted for it. */
export interface Counted<Item> extends CountedRow {
	/** Of equal ones the first that was counted. */
	readonly item: Item;
}

/** What a row's number opens. */
export interface CountedRow {
	/** In the order in which they were counted, without doubles. */
	readonly rules: readonly RuleEntry[];
}

/** A row while rules are counted. */
interface Counting<Item> extends Counted<Item> {
	readonly name: string;
	readonly rules: RuleEntry[];
}

/** Starts with no rows. Items of one key are equal; `nameOf` is called once for each row, an item of the empty key is left out. */
export function createRuleCounter<Item>(
	keyOf: (item: Item) => string,
	nameOf: (item: Item, key: string) => string,
): RuleCounter<Item> {
	// A library keeps equal items once: most are met again as they are, and need no key.
	const byItem = new Map<Item, Counting<Item> | null>();
	const byKey = new Map<string, Counting<Item>>();
	const find = (item: Item): Counting<Item> | null => {
		const key = keyOf(item);
		let row = key === "" ? null : byKey.get(key);
		if (row === undefined) byKey.set(key, (row = { item, name: nameOf(item, key), rules: [] }));
		byItem.set(item, row);
		return row;
	};
	return {
		count(item, rule) {
			let row = byItem.get(item);
			if (row === undefined) row = find(item);
			if (row !== null) addRule(row.rules, rule);
		},
		*rows() {
			return yield* rankRows([...byKey.values()], [nameOfRow]);
		},
	};
}

function nameOfRow({ name }: { readonly name: string }): string {
	return name;
}

/** Adds a rule to those of a row unless it is the last that was added. */
export function addRule(rules: RuleEntry[], rule: RuleEntry): void {
	if (rules[rules.length - 1] !== rule) rules.push(rule);
}

/** Sorts rows, most used first; those that equally many rules use by their names, in code-unit order, the first name first. */
export function* rankRows<Row extends CountedRow>(
	rows: readonly Row[],
	names: NameParts<Row>,
): Steps<readonly Row[]> {
	// Most rows have one rule or two: apart by number, they are compared by name alone.
	const byCount = new Map<number, Row[]>();
	for (const row of rows) addToGroup(byCount, row.rules.length, row);
	yield;
	const ranked: Row[] = [];
	for (const count of [...byCount.keys()].sort((a, b) => b - a))
		yield* sortInto(ranked, byCount.get(count) ?? [], names, 0);
	return ranked;
}

/** Texts that are sorted without a place to pause. */
const FEW = 500;

/** What gives the parts of a row's name. */
export type NameParts<Row> = readonly ((row: Row) => string)[];

/** Grouping rows and sorting the groups' texts leaves both to the engine, which calls back for neither. */
function* sortInto<Row>(
	sorted: Row[],
	rows: readonly Row[],
	names: NameParts<Row>,
	part: number,
): Steps<void> {
	const nameOf = names[part];
	if (rows.length === 1 || nameOf === undefined) {
		for (const row of rows) sorted.push(row);
		return;
	}
	// Few rows share a name: only those get a list.
	const first = new Map<string, Row>();
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const name = nameOf(row);
		const known = first.get(name);
		if (known === undefined) first.set(name, row);
		else if (groups.has(name)) groups.get(name)?.push(row);
		else groups.set(name, [known, row]);
	}
	const keys = [...first.keys()];
	for (const name of keys.length > FEW ? yield* sortTextsInSteps(keys) : keys.sort()) {
		const group = groups.get(name);
		const only = first.get(name);
		if (group !== undefined) yield* sortInto(sorted, group, names, part + 1);
		else if (only !== undefined) sorted.push(only);
	}
}

/** Rules that are counted between two places where a host may do something else. */
const PIECE = 50;

/** Hands rule after rule to a counter, in pieces between which the host may breathe. */
export function* countEach(
	rules: readonly RuleEntry[],
	count: (rule: RuleEntry) => void,
): Steps<void> {
	let left = PIECE;
	for (const rule of rules) {
		count(rule);
		if (--left > 0) continue;
		left = PIECE;
		yield;
	}
}

import type { Value } from "../../model/value";
import { sortInSteps } from "../../text/sort-in-steps";
import type { Steps } from "../../text/steps";
import type { SortKey } from "../parse/ast";
import { compareValues, type Ordering } from "../values/value-order";
import type { Row } from "./row";

/** A row with its values of the keys of a `SORT`. */
export interface KeyedRow {
	readonly row: Row;
	readonly value: readonly Value[];
}

/** Compares two rows by their keys. */
export type CompareRows = (a: KeyedRow, b: KeyedRow) => number;

/** Gives rows in the order of their keys, the first key first; rows with equal keys stay as they were. */
export function* sortRows(
	rows: readonly KeyedRow[],
	directions: readonly SortKey["direction"][],
	order: Ordering,
): Steps<Row[]> {
	const compare = compareByKeys(directions, order);
	const isPlain = rows.every(({ value }) => value.every(isOrdered));
	const sorted = isPlain ? yield* sortInSteps(rows, compare) : [...rows].sort(compare);
	return sorted.map(({ row }) => row);
}

/** Whether a value has an order in which each pair agrees with every other: dates of several zones, durations and NaN have none. */
export function isOrdered(value: Value): boolean {
	if (typeof value === "number") return !Number.isNaN(value);
	return value === null || typeof value === "string" || typeof value === "boolean";
}

/** Makes the comparison of a `SORT`. */
export function compareByKeys(
	directions: readonly SortKey["direction"][],
	order: Ordering,
): CompareRows {
	const signs = directions.map((direction) => (direction === "ascending" ? 1 : -1));
	return (a, b) => {
		for (let at = 0; at < signs.length; at++) {
			const difference = compareValues(a.value[at] ?? null, b.value[at] ?? null, order);
			if (difference !== 0) return difference < 0 ? -(signs[at] ?? 1) : (signs[at] ?? 1);
		}
		return 0;
	};
}

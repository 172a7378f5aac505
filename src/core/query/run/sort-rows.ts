import type { Value } from "../../model/value";
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
export function sortRows(
	rows: readonly KeyedRow[],
	directions: readonly SortKey["direction"][],
	order: Ordering,
): Row[] {
	return [...rows].sort(compareByKeys(directions, order)).map(({ row }) => row);
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

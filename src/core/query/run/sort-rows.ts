import type { Value } from "../../model/value";
import type { SortKey } from "../parse/ast";
import { compareValues, type Ordering } from "../values/value-order";
import type { Row } from "./row";

/** Gives rows in the order of their keys, the first key first; rows with equal keys stay as they were. */
export function sortRows(
	rows: readonly { readonly row: Row; readonly value: readonly Value[] }[],
	directions: readonly SortKey["direction"][],
	order: Ordering,
): Row[] {
	const signs = directions.map((direction) => (direction === "ascending" ? 1 : -1));
	const sorted = [...rows].sort((a, b) => {
		for (let at = 0; at < signs.length; at++) {
			const difference = compareValues(a.value[at] ?? null, b.value[at] ?? null, order);
			if (difference !== 0) return difference < 0 ? -(signs[at] ?? 1) : (signs[at] ?? 1);
		}
		return 0;
	});
	return sorted.map(({ row }) => row);
}

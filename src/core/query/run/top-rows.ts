import type { Row } from "./row";
import type { CompareRows, KeyedRow } from "./sort-rows";
import { isOrdered } from "./sort-rows";

/** A row with its place before the sorting: of rows with equal keys the earlier one comes first. */
interface Placed {
	readonly keyed: KeyedRow;
	readonly place: number;
}

/**
 * Gives the first `count` rows of what sorting all of them would give, without sorting the rest; undefined where that could come out
 * differently: dates of several zones, durations and NaN have no order in which each pair agrees with every other.
 */
export function topRows(
	rows: readonly KeyedRow[],
	count: number,
	compare: CompareRows,
): Row[] | undefined {
	if (!rows.every(({ value }) => value.every(isOrdered))) return undefined;
	if (count < 1) return [];
	const before = (a: Placed, b: Placed): number => compare(a.keyed, b.keyed) || a.place - b.place;
	/** A heap with the last of the kept rows on top. */
	const heap: Placed[] = [];
	for (const [place, keyed] of rows.entries()) {
		const next = { keyed, place };
		const last = heap[0];
		if (heap.length < count) raise(heap, next, before);
		else if (last !== undefined && before(next, last) < 0) sink(heap, next, before);
	}
	return heap.sort(before).map(({ keyed }) => keyed.row);
}

type ComparePlaced = (a: Placed, b: Placed) => number;

/** Adds a row to the heap. */
function raise(heap: Placed[], added: Placed, before: ComparePlaced): void {
	let at = heap.length;
	heap.push(added);
	while (at > 0) {
		const parent = (at - 1) >> 1;
		const above = heap[parent];
		if (above === undefined || before(above, added) >= 0) break;
		heap[at] = above;
		heap[parent] = added;
		at = parent;
	}
}

/** Puts a row in the place of the top one. */
function sink(heap: Placed[], added: Placed, before: ComparePlaced): void {
	let at = 0;
	for (;;) {
		const right = heap[2 * at + 2];
		const left = heap[2 * at + 1];
		if (left === undefined) break;
		const isRight = right !== undefined && before(right, left) > 0;
		const larger = isRight ? right : left;
		if (before(larger, added) <= 0) break;
		heap[at] = larger;
		at = 2 * at + (isRight ? 2 : 1);
	}
	heap[at] = added;
}

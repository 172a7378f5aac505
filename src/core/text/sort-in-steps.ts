import { compareCodeUnits } from "./compare";
import type { Steps } from "./steps";

/** Items that are sorted or merged between two places where a host may do something else. */
const PIECE = 2000;

/** Sorts texts by UTF-16 code units, in pieces. */
export function* sortTextsInSteps(texts: readonly string[]): Steps<readonly string[]> {
	return yield* sortRuns(texts, (run) => run.sort(), compareCodeUnits);
}

/** Sorts items as `toSorted` would, equal ones in their order, in pieces. */
export function* sortInSteps<T>(
	items: readonly T[],
	compare: (a: T, b: T) => number,
): Steps<readonly T[]> {
	return yield* sortRuns(items, (run) => run.sort(compare), compare);
}

function* sortRuns<T>(
	items: readonly T[],
	sort: (run: T[]) => readonly T[],
	compare: (a: T, b: T) => number,
): Steps<readonly T[]> {
	let runs: (readonly T[])[] = [];
	for (let start = 0; start < items.length; start += PIECE) {
		runs.push(sort(items.slice(start, start + PIECE)));
		yield;
	}
	while (runs.length > 1) {
		const merged: (readonly T[])[] = [];
		for (let index = 0; index < runs.length; index += 2) {
			const [left = [], right] = runs.slice(index, index + 2);
			merged.push(right === undefined ? left : yield* merge(left, right, compare));
		}
		runs = merged;
	}
	return runs[0] ?? [];
}

function* merge<T>(
	left: readonly T[],
	right: readonly T[],
	compare: (a: T, b: T) => number,
): Steps<readonly T[]> {
	const merged: T[] = [];
	let [next, other] = [0, 0];
	while (next < left.length && other < right.length) {
		const [a, b] = [left[next], right[other]];
		// Neither place is past its end: only items that are themselves undefined come out as such.
		if (compare(a as T, b as T) <= 0) {
			merged.push(a as T);
			next++;
		} else {
			merged.push(b as T);
			other++;
		}
		if (merged.length % PIECE === 0) yield;
	}
	return [...merged, ...left.slice(next), ...right.slice(other)];
}

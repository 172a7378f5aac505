/**
 * Tells which of two bases a note was written from, after an import that did not end: `committed` was in force before it, `pending`
 * is what it was writing.
 *
 * A note that equals one of them was written from that one. Else the one that shares more lines with it is taken, `committed` where
 * both share as many.
 */
export function chooseBase(
	mine: string,
	committed: string | undefined,
	pending: string | undefined,
): string | undefined {
	if (pending === undefined || mine === committed) return committed;
	if (committed === undefined || mine === pending) return pending;
	return countShared(mine, pending) > countShared(mine, committed) ? pending : committed;
}

function countShared(one: string, other: string): number {
	const counts = new Map<string, number>();
	for (const line of one.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
	let shared = 0;
	for (const line of other.split("\n")) {
		const left = counts.get(line) ?? 0;
		if (left > 0) shared++;
		counts.set(line, left - 1);
	}
	return shared;
}

/**
 * Tells which of two bases a note was written from, after an import that did not end: `committed` was in force before it, `pending`
 * is what it was writing.
 *
 * A note that equals one of them was written from that one. Else those lines tell that only one of the two has: `pending` is taken where
 * the note has a larger share of its lines. In doubt it is `committed`, since a merge that is done twice changes nothing.
 */
export function chooseBase(
	mine: string,
	committed: string | undefined,
	pending: string | undefined,
): string | undefined {
	if (pending === undefined || mine === committed) return committed;
	if (committed === undefined || mine === pending) return pending;
	const [own, before, after] = [mine, committed, pending].map(countLines);
	if (own === undefined || before === undefined || after === undefined) return committed;
	return shareOf(own, after, before) > shareOf(own, before, after) ? pending : committed;
}

/** The share of the lines which one text has more often than another that a note has too; half where there are none. */
function shareOf(
	note: ReadonlyMap<string, number>,
	one: ReadonlyMap<string, number>,
	other: ReadonlyMap<string, number>,
): number {
	let all = 0;
	let held = 0;
	for (const [line, count] of one) {
		const known = other.get(line) ?? 0;
		if (count <= known) continue;
		all += count - known;
		held += Math.min(Math.max((note.get(line) ?? 0) - known, 0), count - known);
	}
	return all === 0 ? 0.5 : held / all;
}

/** How often each line stands in a text; blank ones say nothing. */
function countLines(text: string): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const raw of text.split("\n")) {
		const line = raw.trim();
		if (line !== "") counts.set(line, (counts.get(line) ?? 0) + 1);
	}
	return counts;
}

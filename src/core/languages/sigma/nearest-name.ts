/** Names longer than this are no candidates, and no more of them than this are compared: the work for each wrong name is bounded. */
const LONGEST = 64;
const MOST = 100;

/** Gives the name that differs from a wrong one in the fewest letters, the first of equals; undefined where over a third differs. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
	if (wrong.length > LONGEST) return undefined;
	let nearest: string | undefined;
	let least = Math.max(2, Math.floor(wrong.length / 3)) + 1;
	for (const name of names.slice(0, MOST)) {
		if (name.length > LONGEST || Math.abs(name.length - wrong.length) >= least) continue;
		const distance = editDistance(wrong.toLowerCase(), name.toLowerCase());
		if (distance >= least) continue;
		least = distance;
		nearest = name;
	}
	return nearest;
}

/** Number of letters to insert, delete or change (Levenshtein). */
function editDistance(from: string, to: string): number {
	let above = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let row = 1; row <= from.length; row++) {
		const line = [row];
		for (let column = 1; column <= to.length; column++) {
			const change = from[row - 1] === to[column - 1] ? 0 : 1;
			const changed = (above[column - 1] ?? 0) + change;
			const least = Math.min(changed, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1);
			line.push(least);
		}
		above = line;
	}
	return above[to.length] ?? 0;
}

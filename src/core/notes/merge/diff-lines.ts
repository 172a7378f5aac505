import { numberLines } from "./number-lines";

/** A run of lines that differs: `start` to `end` of the first text became `from` to `to` of the second (0-based, ends excluded). */
export interface Hunk {
	readonly start: number;
	readonly end: number;
	readonly from: number;
	readonly to: number;
}

/** Steps that one comparison may take beyond those that are linear; texts that need more get coarser hunks. */
const WORK_BOUND = 2_000_000;

/** Differences that one run is searched for; what is kept meanwhile grows with its square (1 million numbers). */
const DEPTH_BOUND = 1_000;

/** How deep runs are divided at unique lines. */
const SPLIT_BOUND = 24;

interface Comparison {
	readonly first: Int32Array;
	readonly second: Int32Array;
	readonly hunks: Hunk[];
	work: number;
}

/**
 * Tells how a list of lines became another, as hunks in order that neither touch nor overlap.
 *
 * Common lines at both ends are set aside, lines that occur once in both lists hold the rest together (patience diff, Bram Cohen), and
 * what lies between is compared by E. W. Myers' greedy algorithm ("An O(ND) difference algorithm and its variations", 1986). Work and
 * memory are bounded, so that no text can stall a merge: a run that would need more counts as replaced.
 */
export function diffLines(first: readonly string[], second: readonly string[]): readonly Hunk[] {
	const [one, two] = numberLines(first, second);
	const comparison: Comparison = { first: one, second: two, hunks: [], work: WORK_BOUND };
	compareRun(comparison, { start: 0, end: one.length, from: 0, to: two.length }, 0);
	return joinTouching(comparison.hunks);
}

function compareRun(comparison: Comparison, run: Hunk, depth: number): void {
	const { first, second, hunks } = comparison;
	let { start, end, from, to } = run;
	while (start < end && from < to && first[start] === second[from]) {
		start++;
		from++;
	}
	while (start < end && from < to && first[end - 1] === second[to - 1]) {
		end--;
		to--;
	}
	if (start === end && from === to) return;
	const rest = { start, end, from, to };
	if (start === end || from === to) {
		hunks.push(rest);
		return;
	}
	const anchors = depth < SPLIT_BOUND ? findAnchors(comparison, rest) : [];
	if (anchors.length === 0) {
		compareExactly(comparison, rest);
		return;
	}
	for (const [line, other] of anchors) {
		compareRun(comparison, { start, end: line, from, to: other }, depth + 1);
		start = line + 1;
		from = other + 1;
	}
	compareRun(comparison, { start, end, from, to }, depth + 1);
}

/** Pairs of lines that occur once in both runs: the longest list of them in an order that both share. */
function findAnchors(
	{ first, second }: Comparison,
	{ start, end, from, to }: Hunk,
): readonly (readonly [number, number])[] {
	const places = findUnique(first, start, end);
	const others = findUnique(second, from, to);
	const pairs: [number, number][] = [];
	for (const [line, place] of places) {
		const other = others.get(line);
		if (place >= 0 && other !== undefined && other >= 0) pairs.push([place, other]);
	}
	return longestIncreasing(pairs);
}

/** Where each line that says something stands, in order of first standing; -1 for one that occurs more than once. */
function findUnique(lines: Int32Array, start: number, end: number): Map<number, number> {
	const places = new Map<number, number>();
	for (let at = start; at < end; at++) {
		const line = lines[at] ?? 0;
		if (line >= 0) places.set(line, places.has(line) ? -1 : at);
	}
	return places;
}

/** Patience sorting by the second number; the pairs come ordered by the first. */
function longestIncreasing(
	pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
	const piles: number[] = [];
	const before: number[] = [];
	pairs.forEach(([, other], index) => {
		let low = 0;
		let high = piles.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const top = pairs[piles[middle] ?? 0]?.[1] ?? 0;
			if (top < other) low = middle + 1;
			else high = middle;
		}
		before.push(low > 0 ? (piles[low - 1] ?? -1) : -1);
		piles[low] = index;
	});
	const chain: (readonly [number, number])[] = [];
	for (let at = piles.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
		const pair = pairs[at];
		if (pair !== undefined) chain.push(pair);
	}
	return chain.reverse();
}

/** Myers' search for the shortest edit; the whole run is one hunk where that would take too much. */
function compareExactly(comparison: Comparison, run: Hunk): void {
	const fronts = searchShortest(comparison, run);
	if (fronts === undefined) {
		comparison.hunks.push(run);
		return;
	}
	const steps: Hunk[] = [];
	let x = run.end - run.start;
	let y = run.to - run.from;
	for (let depth = fronts.length - 1; depth > 0; depth--) {
		const front = fronts[depth - 1] ?? new Int32Array(1);
		const diagonal = x - y;
		const isDown = goesDown(front, diagonal, depth);
		const previous = isDown ? diagonal + 1 : diagonal - 1;
		const beforeX = front[previous + depth] ?? 0;
		const beforeY = beforeX - previous;
		const [start, from] = [run.start + beforeX, run.from + beforeY];
		steps.push({ start, end: start + (isDown ? 0 : 1), from, to: from + (isDown ? 1 : 0) });
		x = beforeX;
		y = beforeY;
	}
	comparison.hunks.push(...steps.reverse());
}

/** Whether the furthest path to a diagonal with `depth` differences comes from the one above it (an insertion). */
function goesDown(front: Int32Array, diagonal: number, depth: number): boolean {
	if (diagonal === -depth) return true;
	if (diagonal === depth) return false;
	return (front[diagonal - 1 + depth] ?? 0) < (front[diagonal + 1 + depth] ?? 0);
}

/** The furthest reaching points for 0, 1, 2 … differences; element `d` holds diagonal `k` at `k + d + 1`. Undefined past the bounds. */
function searchShortest(comparison: Comparison, run: Hunk): Int32Array[] | undefined {
	const { first, second } = comparison;
	const width = run.end - run.start;
	const height = run.to - run.from;
	const fronts: Int32Array[] = [];
	for (let depth = 0; depth <= DEPTH_BOUND; depth++) {
		const before = fronts[depth - 1];
		const front = new Int32Array(2 * depth + 3);
		fronts.push(front);
		for (let diagonal = -depth; diagonal <= depth; diagonal += 2) {
			let x = 0;
			if (before !== undefined) {
				const isDown = goesDown(before, diagonal, depth);
				x = (before[(isDown ? diagonal + 1 : diagonal - 1) + depth] ?? 0) + (isDown ? 0 : 1);
			}
			const from = x;
			while (
				x < width &&
				x - diagonal < height &&
				first[run.start + x] === second[run.from + x - diagonal]
			)
				x++;
			comparison.work -= x - from + 1;
			front[diagonal + depth + 1] = x;
			if (x >= width && x - diagonal >= height) return fronts;
		}
		if (comparison.work < 0) return undefined;
	}
	return undefined;
}

function joinTouching(hunks: readonly Hunk[]): readonly Hunk[] {
	const joined: Hunk[] = [];
	for (const hunk of hunks) {
		const last = joined.at(-1);
		if (last?.end === hunk.start && last.to === hunk.from) {
			joined[joined.length - 1] = { ...last, end: hunk.end, to: hunk.to };
		} else joined.push(hunk);
	}
	return joined;
}

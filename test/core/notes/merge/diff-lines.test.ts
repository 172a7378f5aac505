import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hunk } from "../../../../src/core/notes/merge/diff-lines";
import { diffLines } from "../../../../src/core/notes/merge/diff-lines";

function patch(
	first: readonly string[],
	second: readonly string[],
	hunks: readonly Hunk[],
): string[] {
	const out: string[] = [];
	let at = 0;
	for (const { start, end, from, to } of hunks) {
		out.push(...first.slice(at, start), ...second.slice(from, to));
		at = end;
	}
	return [...out, ...first.slice(at)];
}

/** Length of a longest common subsequence, by the plain table. */
function commonLength(first: readonly string[], second: readonly string[]): number {
	const row = new Array<number>(second.length + 1).fill(0);
	for (const line of first) {
		let diagonal = 0;
		second.forEach((other, index) => {
			const above = row[index + 1] ?? 0;
			row[index + 1] = line === other ? diagonal + 1 : Math.max(above, row[index] ?? 0);
			diagonal = above;
		});
	}
	return row[second.length] ?? 0;
}

const lines = fc.array(fc.constantFrom(..."abcdefg".split("")), { maxLength: 25 });
const pair = fc.tuple(lines, lines);

describe("diffLines", () => {
	it("tells insertion, removal and replacement", () => {
		expect(diffLines(["a", "b"], ["a", "x", "b"])).toEqual([{ start: 1, end: 1, from: 1, to: 2 }]);
		expect(diffLines(["a", "x", "b"], ["a", "b"])).toEqual([{ start: 1, end: 2, from: 1, to: 1 }]);
		expect(diffLines(["a", "x", "b"], ["a", "y", "b"])).toEqual([
			{ start: 1, end: 2, from: 1, to: 2 },
		]);
		expect(diffLines([], [])).toEqual([]);
	});

	it("gives hunks that make one text the other, in order and apart", () => {
		fc.assert(
			fc.property(pair, ([first, second]) => {
				const hunks = diffLines(first, second);
				expect(patch(first, second, hunks)).toEqual(second);
				hunks.forEach((hunk, index) => {
					const next = hunks[index + 1];
					if (next !== undefined) expect(hunk.end < next.start || hunk.to < next.from).toBe(true);
					const kept = first.slice(hunks[index - 1]?.end ?? 0, hunk.start);
					expect(second.slice(hunks[index - 1]?.to ?? 0, hunk.from)).toEqual(kept);
				});
			}),
			{ numRuns: 5_000 },
		);
	});

	it("finds the shortest edit where no line is unique", () => {
		const first = "abcabbaabc".split("");
		const second = "cbabacabc".split("");
		const edits = diffLines(first, second).reduce(
			(sum, { start, end, from, to }) => sum + end - start + to - from,
			0,
		);
		expect(edits).toBe(first.length + second.length - 2 * commonLength(first, second));
	});

	it("ends on texts made to be hard", () => {
		const size = 60_000;
		const first = Array.from({ length: size }, (_, at) => `${(at * 7919) % 251}`);
		const second = Array.from({ length: size }, (_, at) => `${(at * 104_729) % 241}`);
		expect(patch(first, second, diffLines(first, second))).toEqual(second);
		const unique = Array.from({ length: size }, (_, at) => String(at));
		const reversed = [...unique].reverse();
		expect(patch(unique, reversed, diffLines(unique, reversed))).toEqual(reversed);
		const nested = unique.flatMap((line, at) => [line, String(size - at)]);
		const shuffled = unique.flatMap((line, at) => [String((at * 31) % size), line]);
		expect(patch(nested, shuffled, diffLines(nested, shuffled))).toEqual(shuffled);
	});
});

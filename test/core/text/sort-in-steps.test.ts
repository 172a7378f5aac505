import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortInSteps, sortTextsInSteps } from "../../../src/core/text/sort-in-steps";
import { finishSteps } from "../../../src/core/text/steps";

const byRank = (a: { rank: number }, b: { rank: number }): number => a.rank - b.rank;

describe("sorting in pieces", () => {
	it("gives what sorting at once gives, equal items in their order", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 9000 }),
				fc.integer({ min: 1, max: 50 }),
				(count, ranks) => {
					const items = Array.from({ length: count }, (_, place) => ({
						place,
						rank: (place * 7919) % ranks,
					}));
					expect(finishSteps(sortInSteps(items, byRank))).toEqual([...items].sort(byRank));
				},
			),
			{ numRuns: 20 },
		);
	});

	it("sorts texts by code units", () => {
		const texts = Array.from({ length: 5000 }, (_, place) => `${(place * 7919) % 5000}\u00E9`);
		expect(finishSteps(sortTextsInSteps(texts))).toEqual([...texts].sort());
	});

	it("pauses, so that a host can do something else", () => {
		const items = Array.from({ length: 9000 }, (_, place) => ({ place, rank: place % 3 }));
		let pauses = 0;
		for (const steps = sortInSteps(items, byRank); steps.next().done !== true;) pauses++;
		expect(pauses).toBeGreaterThan(5);
	});
});

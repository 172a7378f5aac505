import { describe, expect, it } from "vitest";
import {
	clearFilters,
	countFilters,
	FIRST_STATE,
	readMatrixState,
} from "../../../../src/obsidian/views/matrix/matrix-state";

describe("how the matrix is looked at", () => {
	it("is kept and read again", () => {
		const state = {
			...FIRST_STATE,
			...{ domain: "ics" as const, lens: "tests", second: "actors", actors: ["G0001"] },
			...{ unfolded: ["T1021"], onlyGaps: true, platforms: ["Linux"], leastLevel: "high" },
		};
		expect(readMatrixState(JSON.parse(JSON.stringify(state)))).toEqual(state);
		expect(countFilters(state)).toBe(3);
		expect(countFilters(clearFilters(state))).toBe(0);
		expect(clearFilters(state).unfolded).toEqual(["T1021"]);
	});

	it("is as at first where what was kept is of another shape", () => {
		const bad = [null, 7, "x", [], { domain: "moon", lens: {}, actors: {}, onlyGaps: "yes" }];
		for (const value of bad) expect(readMatrixState(value)).toEqual(FIRST_STATE);
	});
});

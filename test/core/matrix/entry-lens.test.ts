import { describe, expect, it } from "vitest";
import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import { createAmountLens, createEntryLens } from "../../../src/core/matrix/entry-lens";
import { stepOf } from "../../../src/core/matrix/lens";
import { createSearch } from "../../../src/core/matrix/search-techniques";
import { buildAttack, buildTechnique } from "./matrix-builder";

const resolver = createTechniqueResolver(
	buildAttack(["T1001", "T1001.001", "T1002"].map((id) => buildTechnique(id, []))),
);
const entries = [
	{ path: "a.md", techniques: ["t1001_001"], amount: 10 },
	{ path: "b.md", techniques: ["T1001", "T1001.001"], amount: null },
	{ path: "c.md", techniques: ["T1001"], amount: 2 },
];

describe("the lenses of a list of notes", () => {
	it("count each entry once", () => {
		const lens = createEntryLens(entries, resolver);
		expect(lens.valueOf("T1001", true)).toEqual({ amount: 3, notes: ["a.md", "b.md", "c.md"] });
		expect(lens.valueOf("T1001", false).amount).toBe(2);
		expect(lens.valueOf("T1002", true).amount).toBeNull();
	});

	it("show the highest amount that an entry states", () => {
		const lens = createAmountLens(entries, resolver);
		expect(lens.valueOf("T1001", true)).toEqual({ amount: 10, notes: ["a.md", "c.md"] });
		expect(lens.valueOf("T1001", false).amount).toBe(2);
		expect([stepOf(lens, 2), stepOf(lens, 10)]).toEqual([1, 5]);
		expect(createAmountLens([], resolver).valueOf("T1001", true).amount).toBeNull();
	});
});

describe("the search of techniques", () => {
	it("finds every word in id or name, in any letter case", () => {
		const finds = createSearch(" ssh t1021 ");
		expect(finds({ id: "T1021.004", name: "SSH" })).toBe(true);
		expect(finds({ id: "T1021.001", name: "Remote Desktop" })).toBe(false);
		expect(createSearch(" ")({ id: "T1", name: "" })).toBe(true);
	});
});

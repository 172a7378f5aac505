import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packLists, unpackLists } from "../../../src/core/index/scan/packed-lists";

describe("packed lists", () => {
	test("are nothing where there are none", () => {
		expect(packLists([])).toBe("");
		expect(unpackLists("")).toEqual([]);
	});

	test("give back every stretch as it was", () => {
		const text = fc.string({ unit: fc.constantFrom("-", " ", "\n", "0", "9", "ä", "📅") });
		const stretch = fc.record({ line: fc.nat(), heading: fc.option(text), text });
		fc.assert(
			fc.property(fc.array(stretch), (stretches) => {
				expect(unpackLists(packLists(stretches))).toEqual(stretches);
			}),
		);
	});
});

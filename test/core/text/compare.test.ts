import { expect, test } from "vitest";
import { compareCodeUnits } from "../../../src/core/text/compare";

test("texts are in the order of their code units, and equal ones in none", () => {
	const texts = ["b", "é", "B", "", "a", "\u{1F600}", "\uFFFD", "ab"];
	const sorted = ["", "B", "a", "ab", "b", "é", "\u{1F600}", "\uFFFD"];
	expect([...texts].sort(compareCodeUnits)).toEqual(sorted);
	for (const text of texts) expect(compareCodeUnits(text, text)).toBe(0);
});

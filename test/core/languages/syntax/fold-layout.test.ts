import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldLayout } from "../../../../src/core/languages/syntax/fold-layout";

describe("an expression's text", () => {
	test.each([
		["now() -\n\t 7 days", "now() - 7 days"],
		["a  +  b", "a + b"],
		["a + b", "a + b"],
		['strcat(a,  "x  y",\n b)', 'strcat(a, "x  y", b)'],
		["f('it\\'s  so',  b)", "f('it\\'s  so', b)"],
		['a  + "never  closed', 'a + "never  closed'],
	])("%j becomes %j", (text, expected) => {
		expect(foldLayout(text)).toBe(expected);
	});

	test("is the same after a second time", () => {
		const parts = fc.constantFrom("a", "+", " ", "  ", "\n", '"', "'", "\\", "\t");
		fc.assert(
			fc.property(fc.array(parts), (list) => {
				const once = foldLayout(list.join(""));
				expect(foldLayout(once)).toBe(once);
			}),
		);
	});
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { joinTexts } from "../../../../src/core/notes/document/join-texts";

test("texts are joined as an array's own join does it", () => {
	fc.assert(
		fc.property(fc.array(fc.string()), fc.string(), (texts, separator) => {
			expect(joinTexts(texts, separator)).toBe(texts.join(separator));
		}),
	);
});

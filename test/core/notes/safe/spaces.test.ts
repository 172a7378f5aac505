import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldSpaces, normaliseBreaks } from "../../../../src/core/notes/safe/spaces";

const text = fc.string({ unit: fc.constantFrom("a", " ", "\t", "\r", "\n", "\u00A0", "\u2028") });

describe("white space of imported text", () => {
	test("every kind of line break becomes one line feed", () => {
		expect(normaliseBreaks("a\r\nb\rc\n\r\nd")).toBe("a\nb\nc\n\nd");
		fc.assert(fc.property(text, (any) => !normaliseBreaks(any).includes("\r")));
	});

	test("every run of white space becomes one space", () => {
		fc.assert(
			fc.property(text, (any) => {
				expect(foldSpaces(any)).toBe(any.split(/\s+/).join(" "));
			}),
		);
	});
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { indexLines } from "../../../src/core/text/line-index";

test("a position is where counting characters leads", () => {
	fc.assert(
		fc.property(
			fc.string({ unit: fc.constantFrom("a", "\n", "\r\n", "é") }),
			fc.nat(60),
			(text, offset) => {
				const at = Math.min(offset, text.length);
				const before = text.slice(0, at);
				const lines = before.split("\n");
				const index = indexLines(text);
				expect(index.positionAt(at)).toEqual({
					line: lines.length,
					column: (lines.at(-1) ?? "").length + 1,
				});
			},
		),
	);
});

test("a line starts where its first position is", () => {
	const index = indexLines("ab\ncd\n");
	expect([1, 2, 3, 9].map((line) => index.offsetOfLine(line))).toEqual([0, 3, 6, 6]);
});

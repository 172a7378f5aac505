import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTexts, foldDiff } from "../../../src/obsidian/import/compare-texts";

const MARKS = { same: " ", added: "+", removed: "-" };

function show(before: string, after: string): string[] {
	return compareTexts(before, after).map(
		({ kind, text, number }) => `${MARKS[kind]}${String(number)} ${text}`,
	);
}

describe("a comparison of two texts", () => {
	it("names what was added and removed, with its line", () => {
		expect(show("a\nb\nc", "a\nx\nc\nd")).toEqual([" 1 a", "-2 b", "+2 x", " 3 c", "+4 d"]);
	});

	it("sees no further line behind a line break at the end", () => {
		expect(show("a\n", "a\nb\n")).toEqual([" 1 a", "+2 b"]);
	});

	it("shows a new text as added and an emptied one as removed", () => {
		expect(show("", "a\nb")).toEqual(["+1 a", "+2 b"]);
		expect(show("a\nb", "")).toEqual(["-1 a", "-2 b"]);
	});

	it("holds both texts, each in its order", () => {
		const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(text, text, (before, after) => {
				const lines = compareTexts(before.join("\n"), after.join("\n"));
				const side = (left: string) =>
					lines.filter(({ kind }) => kind !== left).map((line) => line.text);
				expect(side("added")).toEqual(before);
				expect(side("removed")).toEqual(after);
			}),
		);
	});
});

it("unchanged stretches are folded away, a few lines around a change are not", () => {
	const lines = Array.from({ length: 20 }, (_, index) => `line ${String(index + 1)}`);
	const changed = [...lines.slice(0, 9), "changed", ...lines.slice(10)];
	const parts = foldDiff(compareTexts(lines.join("\n"), changed.join("\n")));
	expect(parts.map((part) => (part.kind === "skipped" ? part.count : part.lines.length))).toEqual([
		6, 8, 7,
	]);
});

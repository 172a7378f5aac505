import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeFileName } from "../../../../src/core/notes/safe/file-name";

describe("safeFileName", () => {
	it.each([
		["T1021.004 - Remote Services: SSH", "T1021.004 - Remote Services - SSH"],
		["/etc/passwd and /etc/shadow", "_etc_passwd and _etc_shadow"],
		['A "quoted" [x] #1 ^2 | <b> ?', "A 'quoted' (x) _1 _2 _ _b_ _"],
		["Run `= this.x` now", "Run '= this.x' now"],
		["..hidden. ", "hidden"],
		["CON", "_CON"],
		["com1.txt", "_com1.txt"],
		["", "Untitled"],
		["../../x", "_.._x"],
		["e\u0301", "\u00E9"],
		["a\u0000b\u202Ec\nd", "a b c d"],
	])("%j", (title, name) => {
		expect(safeFileName(title)).toBe(name);
	});

	it("is legal everywhere, short enough, and stays as it is the second time", () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string({ unit: "binary", maxLength: 300 }),
					fc.string({ unit: "grapheme", maxLength: 300 }),
				),
				(title) => {
					const name = safeFileName(title);
					expect(name).not.toMatch(/[\\/:*?"<>|#^[\]`\p{Cc}]/u);
					expect(name).not.toMatch(/^[. ]|[. ]$|^$/);
					expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(150);
					expect(safeFileName(name)).toBe(name);
				},
			),
			{ numRuns: 5_000 },
		);
	});
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveInMatrix } from "../../../../src/obsidian/views/matrix/move-in-matrix";

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const HEIGHTS = [3, 0, 5, 1];
const move = (key: string, column: number, row: number, isFar = false) =>
	moveInMatrix({ ...plain, key, ctrlKey: isFar }, { column, row }, HEIGHTS, 2);

describe("keys in the matrix", () => {
	it("go to the next cell and stop at the edges", () => {
		expect(move("ArrowDown", 0, 2)).toEqual({ column: 0, row: 2 });
		expect(move("ArrowUp", 2, 3)).toEqual({ column: 2, row: 2 });
		expect(move("PageDown", 2, 1)).toEqual({ column: 2, row: 3 });
		expect(move("PageUp", 2, 1)).toEqual({ column: 2, row: 0 });
	});

	it("pass over tactics without techniques, and land in a shorter one", () => {
		expect(move("ArrowRight", 0, 1)).toEqual({ column: 2, row: 1 });
		expect(move("ArrowRight", 2, 4)).toEqual({ column: 3, row: 0 });
		expect(move("ArrowLeft", 0, 1)).toEqual({ column: 0, row: 1 });
	});

	it("jump to the ends", () => {
		expect(move("Home", 3, 0)).toEqual({ column: 0, row: 0 });
		expect(move("End", 0, 2)).toEqual({ column: 3, row: 0 });
		expect(move("Home", 2, 4, true)).toEqual({ column: 0, row: 0 });
		expect(move("ArrowDown", 2, 0, true)).toEqual({ column: 2, row: 4 });
	});

	it("leave the rest to others", () => {
		expect(move("a", 0, 0)).toBeUndefined();
		const shifted = { ...plain, key: "ArrowRight", shiftKey: true };
		expect(moveInMatrix(shifted, { column: 0, row: 0 }, HEIGHTS, 2)).toBeUndefined();
	});

	it("lead from a cell to a cell", () => {
		const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
		const key = fc.constantFrom(...keys, "Home", "End", "PageUp", "PageDown");
		const heights = fc.array(fc.nat(9), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(heights, key, fc.boolean(), fc.nat(99), fc.nat(99), (all, pressed, far, a, b) => {
				const columns = all.flatMap((height, column) => (height > 0 ? [column] : []));
				const column = columns[a % Math.max(1, columns.length)];
				if (column === undefined) return;
				const from = { column, row: b % (all[column] ?? 1) };
				const to = moveInMatrix({ ...plain, key: pressed, ctrlKey: far }, from, all, 3);
				expect(to?.row).toBeGreaterThanOrEqual(0);
				expect(to?.row).toBeLessThan(all[to?.column ?? -1] ?? 0);
			}),
		);
	});
});

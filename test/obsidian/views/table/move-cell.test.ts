import { describe, expect, it } from "vitest";
import { moveCell, nextCell } from "../../../../src/obsidian/views/table/move-cell";

const size = { rows: 100, columns: 4, page: 10 };
const held = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const from = { row: 50, column: 2 };
const press = (key: string, more: Partial<typeof held> = {}, place = from) => {
	const to = moveCell({ key, ...held, ...more }, place, size);
	return to === undefined ? undefined : [to.row, to.column];
};

describe("the keys of a grid", () => {
	it.each<[string, number[]]>([
		["ArrowUp", [49, 2]],
		["ArrowDown", [51, 2]],
		["ArrowLeft", [50, 1]],
		["ArrowRight", [50, 3]],
		["Home", [50, 0]],
		["End", [50, 3]],
		["PageUp", [40, 2]],
		["PageDown", [60, 2]],
	])("lead from cell to cell: %s", (key, place) => {
		expect(press(key)).toEqual(place);
	});

	it("lead to the corners with Ctrl or Cmd", () => {
		expect(press("Home", { ctrlKey: true })).toEqual([0, 0]);
		expect(press("End", { metaKey: true })).toEqual([99, 3]);
	});

	it("end at the header above and at the last row below", () => {
		expect(press("ArrowUp", {}, { row: 0, column: 0 })).toEqual([-1, 0]);
		expect(press("ArrowUp", {}, { row: -1, column: 0 })).toEqual([-1, 0]);
		expect(press("PageUp", {}, { row: 3, column: 0 })).toEqual([0, 0]);
		expect(press("PageDown", {}, { row: 99, column: 3 })).toEqual([99, 3]);
	});

	it("are no other keys", () => {
		expect(press("a")).toBeUndefined();
		expect(press("ArrowLeft", { shiftKey: true })).toBeUndefined();
		expect(press("ArrowLeft", { altKey: true })).toBeUndefined();
	});
});

describe("the next cell with a field", () => {
	it("is the next in reading order, over the ends of rows", () => {
		expect(nextCell({ row: 1, column: 1 }, 1, [1, 3], 5)).toEqual({ row: 1, column: 3 });
		expect(nextCell({ row: 1, column: 3 }, 1, [1, 3], 5)).toEqual({ row: 2, column: 1 });
		expect(nextCell({ row: 1, column: 1 }, -1, [1, 3], 5)).toEqual({ row: 0, column: 3 });
		expect(nextCell({ row: 4, column: 3 }, 1, [1, 3], 5)).toBeUndefined();
		expect(nextCell({ row: 0, column: 1 }, -1, [1, 3], 5)).toBeUndefined();
	});
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Value } from "../../../../src/core/model/value";
import { sortRows } from "../../../../src/obsidian/views/table/sort-rows";
import { keyRows, nextSort } from "../../../../src/obsidian/views/table/table-model";
import type { SortDirection } from "../../../../src/obsidian/views/table/table-model";
import { valueText } from "../../../../src/obsidian/views/values/value-text";
import { dateOf, linkTo } from "../../support/values";

function sorted(values: readonly Value[], direction: SortDirection = "ascending"): string[] {
	const rows = keyRows(values.map((value) => [value]));
	return sortRows(rows, { column: 0, direction }).map(({ cells: [cell = null] }) =>
		valueText(cell),
	);
}

describe("rows sorted by a column", () => {
	it("put empty cells last, whichever way", () => {
		expect(sorted([null, "b", "", "a"])).toEqual(["a", "b", "", ""]);
		expect(sorted([null, "b", "", "a"], "descending")).toEqual(["b", "a", "", ""]);
	});

	it("put what is no number last, wherever it stands", () => {
		for (const values of [
			[3, NaN, 1, 2],
			[NaN, 3, 2, 1],
		]) {
			expect(sorted(values)).toEqual(["1", "2", "3", "NaN"]);
			expect(sorted(values, "descending")).toEqual(["3", "2", "1", "NaN"]);
		}
	});

	it("do not mind letter case and accents", () => {
		expect(sorted(["zeta", "Éclair", "echo", "Alpha"])).toEqual([
			"Alpha",
			"echo",
			"Éclair",
			"zeta",
		]);
	});

	it("order severity levels by severity", () => {
		const levels = ["high", "Low", "critical", null, "informational", "medium"];
		expect(sorted(levels)).toEqual(["informational", "Low", "medium", "high", "critical", ""]);
		expect(sorted([...levels, "none of these"])[0]).toBe("critical");
	});

	it("order numbers, dates, durations and links as what they are", () => {
		expect(sorted([10, 9, 2])).toEqual(["2", "9", "10"]);
		expect(sorted([dateOf("2026-02-01"), dateOf("2025-11-30")])).toEqual([
			"2025-11-30",
			"2026-02-01",
		]);
		const days = (count: number): Value => ({ kind: "duration", units: { days: count } });
		expect(sorted([days(10), { kind: "duration", units: { weeks: 1 } }, days(8)])).toEqual([
			"1 week",
			"8 days",
			"10 days",
		]);
		expect(sorted([linkTo("A/z.md"), linkTo("B/a.md")])).toEqual(["a", "z"]);
	});

	it("keep the query's order where they are equal, whichever way", () => {
		const rows = keyRows([
			["a", 1],
			["b", 2],
			["a", 3],
			["b", 4],
		]);
		const order = (direction: SortDirection) =>
			sortRows(rows, { column: 0, direction }).map(({ cells }) => cells[1]);
		expect(order("ascending")).toEqual([1, 3, 2, 4]);
		expect(order("descending")).toEqual([2, 4, 1, 3]);
	});

	it("are the same rows, whatever the values", () => {
		const value = fc.oneof(
			fc.constant(null),
			fc.integer(),
			fc.string(),
			fc.boolean(),
			fc.constant(linkTo("a.md")),
		);
		fc.assert(
			fc.property(fc.array(value), (values: Value[]) => {
				const rows = keyRows(values.map((cell) => [cell]));
				const result = sortRows(rows, { column: 0, direction: "ascending" });
				expect([...result].sort((a, b) => rows.indexOf(a) - rows.indexOf(b))).toEqual(rows);
			}),
		);
	});
});

it("a header goes from none over ascending and descending to none", () => {
	const first = nextSort(null, 1);
	const second = nextSort(first, 1);
	expect([first?.direction, second?.direction, nextSort(second, 1)]).toEqual([
		"ascending",
		"descending",
		null,
	]);
	expect(nextSort(second, 2)).toEqual({ column: 2, direction: "ascending" });
});

it("rows of one note have keys of their own", () => {
	const keys = keyRows([[linkTo("a.md"), 1], [linkTo("a.md"), 2], ["text"], ["text"]]).map(
		({ key }) => key,
	);
	expect(new Set(keys).size).toBe(4);
});

import { foldText } from "../../../core/text/fold-text";
import type { Value } from "../../../core/model/value";
import { LEVELS } from "../../../core/model/rule";
import { valueText } from "../values/value-text";
import type { SortState, TableRow } from "./table-model";

type SortKey = number | string | null;

/** What rows are sorted by, column by column, for as long as something holds the rows. */
export type SortKeys = Map<number, WeakMap<TableRow, SortKey>>;

/**
 * Gives the rows in a person's order. Equal rows keep the query's order, empty cells come last either way, and severity levels
 * go by severity. `known` keeps what is sorted by for rows that stay.
 */
export function sortRows<Row extends TableRow>(
	rows: readonly Row[],
	sort: SortState | null,
	known: SortKeys = new Map(),
): readonly Row[] {
	if (sort === null) return rows;
	const cells = rows.map((row) => row.cells[sort.column] ?? null);
	const keys = isLevelColumn(cells) ? cells.map(levelKey) : keysOf(rows, sort.column, known);
	const sign = sort.direction === "ascending" ? 1 : -1;
	const order = rows.map((_, index) => index);
	order.sort((a, b) => compareKeys(keys[a] ?? null, keys[b] ?? null, sign) || a - b);
	return order.flatMap((index) => rows[index] ?? []);
}

function keysOf(rows: readonly TableRow[], column: number, known: SortKeys): SortKey[] {
	const kept = known.get(column) ?? new WeakMap<TableRow, SortKey>();
	known.set(column, kept);
	return rows.map((row) => {
		let key = kept.get(row);
		if (key === undefined) kept.set(row, (key = sortKey(row.cells[column] ?? null)));
		return key;
	});
}

function compareKeys(a: SortKey, b: SortKey, sign: number): number {
	if (a === b) return 0;
	if (a === null) return 1;
	if (b === null) return -1;
	if (typeof a !== typeof b) return typeof a === "number" ? -sign : sign;
	return a < b ? -sign : sign;
}

function sortKey(value: Value): SortKey {
	if (value === null) return null;
	if (typeof value === "number") return Number.isNaN(value) ? null : value;
	if (typeof value === "boolean") return value ? 1 : 0;
	if (typeof value === "object" && "kind" in value) {
		if (value.kind === "date") return value.ms;
		if (value.kind === "duration") return durationMs(value.units);
	}
	const text = valueText(value);
	return text === "" ? null : foldText(text);
}

const UNIT_MS: Readonly<Record<string, number>> = {
	years: 31_557_600_000,
	months: 2_629_800_000,
	weeks: 604_800_000,
	days: 86_400_000,
	hours: 3_600_000,
	minutes: 60_000,
	seconds: 1000,
	milliseconds: 1,
};

function durationMs(units: Readonly<Record<string, number>>): number {
	return Object.entries(units).reduce(
		(sum, [unit, amount]) => sum + amount * (UNIT_MS[unit] ?? 0),
		0,
	);
}

const LEVEL_ORDER: ReadonlyMap<string, number> = new Map(
	LEVELS.map((level, index) => [level as string, index]),
);

function isLevelColumn(cells: readonly Value[]): boolean {
	let levels = 0;
	for (const cell of cells) {
		if (cell === null || cell === "") continue;
		if (levelKey(cell) === null) return false;
		levels++;
	}
	return levels > 0;
}

function levelKey(value: Value): SortKey {
	return typeof value === "string" ? (LEVEL_ORDER.get(value.toLowerCase()) ?? null) : null;
}

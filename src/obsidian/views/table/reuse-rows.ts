import type { Value } from "../../../core/model/value";
import type { TableRow } from "./table-model";

/**
 * Gives rows in which those that show what they showed before are the same objects: what is known of them still holds, and they need not
 * be drawn again.
 */
export function reuseRows(
	before: readonly TableRow[],
	rows: readonly TableRow[],
): readonly TableRow[] {
	if (before.length === 0) return rows;
	const known = new Map(before.map((row) => [row.key, row]));
	return rows.map((row) => {
		const old = known.get(row.key);
		return old !== undefined && isSameRow(old, row) ? old : row;
	});
}

function isSameRow(a: TableRow, b: TableRow): boolean {
	return (
		a.note === b.note &&
		a.cells.length === b.cells.length &&
		a.cells.every((cell, column) => isSame(cell, b.cells[column] ?? null))
	);
}

/** Whether two values look alike; false where that takes more than a look. */
function isSame(a: Value, b: Value): boolean {
	if (a === b) return true;
	if (isList(a) || isList(b)) return isList(a) && isList(b) && isSameList(a, b);
	if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
	if (a.kind === "link" && b.kind === "link") {
		return a.path === b.path && a.subpath === b.subpath && a.display === b.display;
	}
	return a.kind === "date" && b.kind === "date" && a.ms === b.ms && a.offset === b.offset;
}

function isList(value: Value): value is readonly Value[] {
	return Array.isArray(value);
}

function isSameList(a: readonly Value[], b: readonly Value[]): boolean {
	return a.length === b.length && a.every((item, index) => isSame(item, b[index] ?? null));
}

import type { Value } from "../../../core/model/value";

/** One row, under a key that stays the same while the data behind it changes. */
export interface TableRow {
	readonly key: string;
	readonly cells: readonly Value[];
}

/** Which way a column is sorted. */
export type SortDirection = "ascending" | "descending";

/** The column a person sorted by. */
export interface SortState {
	readonly column: number;
	readonly direction: SortDirection;
}

/** Gives the sorting that a click on a column's header leads to: up, down, then the query's own order again. */
export function nextSort(sort: SortState | null, column: number): SortState | null {
	if (sort?.column !== column) return { column, direction: "ascending" };
	return sort.direction === "ascending" ? { column, direction: "descending" } : null;
}

/**
 * Gives rows keys: the first note a row links to, numbered where several rows share it.
 *
 * A key that survives an edit of the data keeps focus, scroll position and drawn cells where they are.
 */
export function keyRows(rows: readonly (readonly Value[])[]): TableRow[] {
	const seen = new Map<string, number>();
	return rows.map((cells) => {
		const base = firstLink(cells) ?? "";
		const count = seen.get(base) ?? 0;
		seen.set(base, count + 1);
		return { key: `${base}\n${count}`, cells };
	});
}

function firstLink(cells: readonly Value[]): string | undefined {
	for (const cell of cells) {
		if (typeof cell === "object" && cell !== null && "kind" in cell && cell.kind === "link") {
			return cell.path;
		}
	}
	return undefined;
}

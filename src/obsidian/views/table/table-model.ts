import type { Value } from "../../../core/model/value";

/** One row, under a key that stays the same while the data behind it changes. */
export interface TableRow {
	readonly key: string;
	readonly cells: readonly Value[];
	/** Path of the note it is about; absent where it is about none, or several. */
	readonly note?: string;
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
 * Gives rows keys: the note a row is about, else the first one it links to, numbered where several rows share it.
 *
 * A key that survives an edit of the data keeps focus, scroll position and drawn cells where they are.
 */
export function keyRows(
	rows: readonly (readonly Value[])[],
	notes: readonly (string | null)[] = [],
): TableRow[] {
	const seen = new Map<string, number>();
	return rows.map((cells, index) => {
		const note = notes[index] ?? undefined;
		const base = note ?? firstLink(cells) ?? "";
		const count = seen.get(base) ?? 0;
		seen.set(base, count + 1);
		const key = `${base}\n${count}`;
		return note === undefined ? { key, cells } : { key, cells, note };
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

import type { PanelRow } from "./panel-column";

/** One line of a panel's table: a row, or the list of rules that one of its numbers opened. */
export interface PanelLine<Row> {
	readonly key: string;
	readonly row: PanelRow<Row>;
	/** The row's place among the rows. */
	readonly index: number;
	/** The column whose rules are listed; null for the row itself. */
	readonly column: number | null;
}

/** Which column's rules are open, by row key. */
export type OpenLists = ReadonlyMap<string, number>;

/** Puts the lists that are open below their rows. */
export function listLines<Row>(
	rows: readonly PanelRow<Row>[],
	open: OpenLists,
): readonly PanelLine<Row>[] {
	const lines: PanelLine<Row>[] = [];
	for (const [index, row] of rows.entries()) {
		lines.push({ key: row.key, row, index, column: null });
		const column = open.size === 0 ? undefined : open.get(row.key);
		if (column !== undefined) lines.push({ key: `${row.key}\n\nrules`, row, index, column });
	}
	return lines;
}

/** Opens a column's list below a row in place of another one's, or closes it. */
export function toggleList(open: OpenLists, key: string, column: number): OpenLists {
	const next = new Map(open);
	if (open.get(key) === column) next.delete(key);
	else next.set(key, column);
	return next;
}

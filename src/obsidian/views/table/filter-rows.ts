import { valueText } from "../values/value-text";
import type { TableRow } from "./table-model";

/** Finds the rows in which every word of a filter occurs, in any cell and letter case. */
export interface RowFilter<Row extends TableRow> {
	(filter: string): readonly Row[];
	/** Gets some more rows ready to be searched; true once all are. */
	readonly prepare: (rows: number) => boolean;
}

/** The searched text of rows, for as long as something holds the rows. */
export type RowTexts = WeakMap<TableRow, string>;

/**
 * Makes the filter of some rows. Their text is gathered when it is needed first, since most tables are never filtered; `known` keeps it
 * for rows that stay.
 */
export function createRowFilter<Row extends TableRow>(
	rows: readonly Row[],
	known: RowTexts = new WeakMap(),
): RowFilter<Row> {
	let ready = 0;
	const find = (filter: string): readonly Row[] => {
		const words = filter
			.toLowerCase()
			.split(/\s+/)
			.filter((word) => word !== "");
		if (words.length === 0) return rows;
		return rows.filter((row) => {
			const text = textOf(row, known);
			return words.every((word) => text.includes(word));
		});
	};
	const prepare = (count: number): boolean => {
		if (ready >= rows.length) return true;
		for (const row of rows.slice(ready, ready + count)) textOf(row, known);
		ready += count;
		return ready >= rows.length;
	};
	return Object.assign(find, { prepare });
}

function textOf(row: TableRow, known: RowTexts): string {
	const before = known.get(row);
	if (before !== undefined) return before;
	const text = row.cells
		.map((cell) => valueText(cell))
		.join("\n")
		.toLowerCase();
	known.set(row, text);
	return text;
}

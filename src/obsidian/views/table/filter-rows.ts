import { valueText } from "../values/value-text";
import type { TableRow } from "./table-model";

/** Finds the rows in which every word of a filter occurs, in any cell and letter case. */
export type RowFilter<Row extends TableRow> = (filter: string) => readonly Row[];

/** Makes the filter of some rows; their text is gathered at the first use, since most tables are never filtered. */
export function createRowFilter<Row extends TableRow>(rows: readonly Row[]): RowFilter<Row> {
	let texts: readonly string[] | undefined;
	return (filter) => {
		const words = filter
			.toLowerCase()
			.split(/\s+/)
			.filter((word) => word !== "");
		if (words.length === 0) return rows;
		const searched = (texts ??= rows.map((row) =>
			row.cells
				.map((cell) => valueText(cell))
				.join("\n")
				.toLowerCase(),
		));
		return rows.filter((_, index) =>
			words.every((word) => searched[index]?.includes(word) === true),
		);
	};
}

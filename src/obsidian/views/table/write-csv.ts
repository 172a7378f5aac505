import { writeCsvLine } from "../../../core/formats/csv";
import { valueText } from "../values/value-text";
import type { TableRow } from "./table-model";

/** Writes rows as CSV, with the columns' names as its first line. */
export function writeCsv(columns: readonly string[], rows: readonly TableRow[]): string {
	const lines = rows.map((row) =>
		columns.map((_, column) => {
			const value = row.cells[column] ?? null;
			return typeof value === "number" ? value : valueText(value);
		}),
	);
	return [columns, ...lines].map(writeCsvLine).join("");
}

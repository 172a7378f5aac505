import { valueText } from "../values/value-text";
import type { TableRow } from "./table-model";

/**
 * Writes rows as CSV (RFC 4180: CRLF, doubled quotes).
 *
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front: its text may come from anywhere.
 */
export function writeCsv(columns: readonly string[], rows: readonly TableRow[]): string {
	const lines = rows.map((row) =>
		columns.map((_, column) => {
			const value = row.cells[column] ?? null;
			return typeof value === "number" ? String(value) : csvCell(valueText(value));
		}),
	);
	return [columns.map(csvCell), ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
}

function csvCell(text: string): string {
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

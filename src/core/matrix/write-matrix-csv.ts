import { writeCsvLine } from "../formats/csv";
import type { Matrix } from "./matrix";
import type { CellReading } from "./read-cells";

/** The words of a matrix as CSV. */
export interface CsvWords {
	/** Of the columns: tactic, id, technique, sub-technique of. */
	readonly headers: readonly [string, string, string, string];
	/** What the first lens shows, and the second where two are compared. */
	readonly lenses: readonly string[];
}

/** Writes a matrix as CSV: a line for each technique under each of its tactics, in the matrix's order; amounts in their lens's unit. */
export function writeMatrixCsv(
	matrix: Matrix,
	cells: ReadonlyMap<string, CellReading>,
	{ headers, lenses }: CsvWords,
): string {
	const lines = [writeCsvLine([...headers, ...lenses])];
	for (const column of matrix.columns) {
		for (const top of column.cells) {
			for (const cell of [top, ...top.subs]) {
				if (!cell.isShown) continue;
				const reading = cells.get(cell.id);
				const amounts = [reading?.first.amount ?? null, reading?.second?.amount ?? null];
				const parent = cell === top ? null : top.id;
				const shown = amounts.slice(0, lenses.length);
				lines.push(writeCsvLine([column.name, cell.id, cell.name, parent, ...shown]));
			}
		}
	}
	return lines.join("");
}

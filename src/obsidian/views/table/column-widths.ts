import { valueText } from "../values/value-text";
import type { TableRow } from "./table-model";

/** How many rows are looked at to judge a column's width. */
const SAMPLE = 300;
/** Steps of this share of the rows meet every part of them, and no pattern in them (the golden ratio's). */
const STRIDE = 0.618_033_988_75;
/** A column's least and greatest width, in characters of its text. */
const NARROWEST = 4;
const WIDEST = 18;
/** How much room an average character takes, as a share of a digit's. */
const AVERAGE = 0.9;
/** Room for a cell's padding, in digits. */
const PADDING = 2;
/** Room for a header's padding and sort mark, in digits. */
const HEADER_PADDING = 4.5;

/** The columns of a table that draws only the rows in sight: the browser's own widths would jump with every scroll. */
export interface ColumnWidths {
	/** Each column's width in digits (`ch`), null for a column that takes a share of the room that is left. */
	readonly columns: readonly (number | null)[];
	/** What the table needs at least; where there is less room it scrolls sideways. */
	readonly least: number;
}

/** Judges widths from the columns' names and a sample of their cells; columns of long text share what is left. */
export function estimateWidths(names: readonly string[], rows: readonly TableRow[]): ColumnWidths {
	const lengths = names.map(() => NARROWEST);
	for (let look = 0; look < Math.min(rows.length, SAMPLE); look++) {
		const index = rows.length <= SAMPLE ? look : Math.floor(((look * STRIDE) % 1) * rows.length);
		const cells = rows[index]?.cells ?? [];
		for (const [column, length] of lengths.entries()) {
			lengths[column] = Math.max(length, valueText(cells[column] ?? null).length);
		}
	}
	const needed = lengths.map((length, column) => {
		const header = (names[column] ?? "").length + HEADER_PADDING;
		return Math.max(header, Math.min(length, WIDEST) * AVERAGE + PADDING);
	});
	const columns = needed.map((width, column) => ((lengths[column] ?? 0) > WIDEST ? null : width));
	return { columns, least: needed.reduce((sum, width) => sum + width, 0) };
}

import { valueText } from "../values/value-text";
import type { TableRow } from "./table-model";

/** Narrowest and widest that a column becomes, in CSS pixels. */
const NARROWEST = 48;
const WIDEST_FIT = 640;
/** How many of the longest texts are measured. */
const MEASURED = 50;
/** Room beside the text: the cell's padding and border, and in the header the mark of the sorting. */
const ROOM = 20;
const HEADER_ROOM = 44;

/** Keeps a width within what a column may have. */
export function clampWidth(width: number): number {
	return Math.max(NARROWEST, Math.round(width));
}

/** Gives the width in CSS pixels that shows a column's texts on one line, as far as that is reasonable. */
export function fitColumn(
	name: string,
	column: number,
	rows: readonly TableRow[],
	font: string,
): number {
	const measure = createMeasure(font);
	const texts = rows.map((row) => valueText(row.cells[column] ?? null));
	const longest = texts.sort((a, b) => b.length - a.length).slice(0, MEASURED);
	const widest = longest.reduce((width, text) => Math.max(width, measure(text)), 0);
	const needed = Math.max(widest + ROOM, measure(name) + HEADER_ROOM);
	return clampWidth(Math.min(WIDEST_FIT, needed));
}

/** Where nothing can be drawn, an average character's width has to do. */
function createMeasure(font: string): (text: string) => number {
	const context = createEl("canvas").getContext("2d");
	if (context === null) return (text) => text.length * 8;
	context.font = font;
	return (text) => Math.ceil(context.measureText(text).width);
}

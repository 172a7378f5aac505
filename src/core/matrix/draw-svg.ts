import type { Lens } from "./lens";
import { stepOf } from "./lens";
import type { Matrix, MatrixCell, MatrixColumn } from "./matrix";

/** How a matrix is drawn, in the words and colours of whoever shows it. */
export interface SvgStyle {
	readonly title: string;
	/** Of a cell by its step, from that of nothing; each `#rrggbb`. */
	readonly fills: readonly string[];
	/** What stands on these fills. */
	readonly inks: readonly string[];
	/** What the steps mean, from that of nothing. */
	readonly labels: readonly string[];
	readonly background: string;
	readonly ink: string;
	readonly line: string;
	/** What stands in a cell for an amount, "" for none. */
	show(amount: number | null): string;
	/** Whether a technique's sub-techniques are drawn. */
	isUnfolded(technique: string): boolean;
}

/** In user units, which are pixels at the size of 100 %. */
const WIDTH = 150;
const HEIGHT = 30;
const GAP = 4;
const INDENT = 12;
const TOP = 70;
const HEAD = 34;
const LEGEND = 24;
/** Characters of the drawing's font that fit into a cell. */
const FITTING = 25;

/** Draws a matrix under a lens as an SVG of its own: no style sheet, no script, no font but the reader's. */
export function drawMatrixSvg(
	matrix: Matrix,
	lens: Lens,
	isRolledUp: boolean,
	style: SvgStyle,
): string {
	const columns = matrix.columns.map((column) => listCells(column, style));
	const most = Math.max(0, ...columns.map((cells) => cells.length));
	const width = Math.max(1, columns.length) * (WIDTH + GAP) + GAP;
	const height = TOP + HEAD + most * (HEIGHT + GAP) + GAP;
	const drawn = columns.map((cells, index) => {
		const x = GAP + index * (WIDTH + GAP);
		const head = drawHead(matrix.columns[index], x, style);
		return (
			head + cells.map((cell, row) => drawCell(cell, x, row, lens, isRolledUp, style)).join("")
		);
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" role="img">`,
		`<title>${escapeXml(style.title)}</title>`,
		`<rect width="${width}" height="${height}" fill="${style.background}"/>`,
		drawText(GAP * 2, 24, style.title, style.ink, 16),
		drawLegend(style),
		...drawn,
		"</svg>\n",
	].join("\n");
}

interface DrawnCell {
	readonly cell: MatrixCell;
	readonly indent: number;
}

function listCells(column: MatrixColumn, style: SvgStyle): readonly DrawnCell[] {
	return column.cells.flatMap((cell) => [
		{ cell, indent: 0 },
		...(style.isUnfolded(cell.id) ? cell.subs.map((sub) => ({ cell: sub, indent: INDENT })) : []),
	]);
}

function drawHead(column: MatrixColumn | undefined, x: number, style: SvgStyle): string {
	if (column === undefined) return "";
	return (
		drawText(x + 2, TOP + 14, fit(column.name, 22), style.ink, 11, "bold") +
		drawText(x + 2, TOP + 27, column.id, style.ink, 10)
	);
}

function drawCell(
	{ cell, indent }: DrawnCell,
	columnX: number,
	row: number,
	lens: Lens,
	isRolledUp: boolean,
	style: SvgStyle,
): string {
	const { amount } = lens.valueOf(cell.id, isRolledUp);
	const step = cell.isShown ? stepOf(lens, amount) : 0;
	const x = columnX + indent;
	const y = TOP + HEAD + row * (HEIGHT + GAP);
	const width = WIDTH - indent;
	const ink = style.inks[step] ?? style.ink;
	const shown = cell.isShown ? style.show(amount) : "";
	return [
		`<g><title>${escapeXml(`${cell.id} ${cell.name}${shown === "" ? "" : `: ${shown}`}`)}</title>`,
		`<rect x="${x}" y="${y}" width="${width}" height="${HEIGHT}" rx="3" fill="${style.fills[step] ?? style.background}" stroke="${style.line}"/>`,
		drawText(x + 5, y + 12, cell.id, ink, 9),
		drawText(x + width - 5, y + 12, shown, ink, 10, "bold", "end"),
		drawText(x + 5, y + 24, fit(cell.name, FITTING - indent / 6), ink, 10),
		"</g>\n",
	].join("");
}

function drawLegend(style: SvgStyle): string {
	return style.labels
		.map((label, step) => {
			const x = GAP * 2 + step * (WIDTH - 30);
			const box = `<rect x="${x}" y="${TOP - LEGEND - 6}" width="14" height="14" rx="2" fill="${style.fills[step] ?? style.background}" stroke="${style.line}"/>`;
			return box + drawText(x + 20, TOP - LEGEND + 5, label, style.ink, 11);
		})
		.join("");
}

function drawText(
	x: number,
	y: number,
	text: string,
	ink: string,
	size: number,
	weight = "normal",
	anchor = "start",
): string {
	if (text === "") return "";
	return `<text x="${x}" y="${y}" fill="${ink}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
}

function fit(text: string, most = FITTING): string {
	if (text.length <= most) return text;
	const end = Math.floor(most) - 1;
	// A pair of surrogates is one character.
	const isCut = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
	return `${text.slice(0, isCut ? end - 1 : end)}…`;
}

/** Control characters are not allowed in XML at all. */
function escapeXml(text: string): string {
	return text
		.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}

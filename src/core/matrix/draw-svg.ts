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
const HEIGHT = 42;
const GAP = 4;
const INDENT = 12;
const TOP = 70;
const HEAD = 34;
const LEGEND = 24;
/** Characters that fit into a line of a cell in most fonts; what is wider in the reader's is cut at the cell's edge. */
const FITTING = 24;
/** The reader's own font of the interface. */
const FONTS = "system-ui, Segoe UI, Roboto, Helvetica Neue, Arial, DejaVu Sans, sans-serif";

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
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONTS}" role="img">`,
		`<title>${escapeXml(style.title)}</title>`,
		`<clipPath id="cell"><rect width="${WIDTH}" height="${HEIGHT}"/></clipPath>`,
		`<clipPath id="sub"><rect width="${WIDTH - INDENT}" height="${HEIGHT}"/></clipPath>`,
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
	const [line, rest] = breakName(cell.name, FITTING - indent / 6);
	return [
		`<g transform="translate(${x} ${y})" clip-path="url(#${indent === 0 ? "cell" : "sub"})">`,
		`<title>${escapeXml(`${cell.id} ${cell.name}${shown === "" ? "" : `: ${shown}`}`)}</title>`,
		`<rect x="0.5" y="0.5" width="${width - 1}" height="${HEIGHT - 1}" rx="3" fill="${style.fills[step] ?? style.background}" stroke="${style.line}"/>`,
		drawText(5, 12, cell.id, ink, 9),
		drawText(width - 5, 12, shown, ink, 10, "bold", "end"),
		drawText(5, 24, line, ink, 10),
		drawText(5, 36, rest, ink, 10),
		"</g>\n",
	].join("");
}

/** Parts a name into two lines, between words where there is a place for that. */
function breakName(name: string, most: number): readonly [string, string] {
	if (name.length <= most) return [name, ""];
	const at = name.lastIndexOf(" ", Math.floor(most));
	if (at <= 0) return [fit(name, most), ""];
	return [name.slice(0, at), fit(name.slice(at + 1), most)];
}

function drawLegend(style: SvgStyle): string {
	let next = GAP * 2;
	return style.labels
		.map((label, step) => {
			const x = next;
			next += Math.max(WIDTH - 30, label.length * 7 + 36);
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

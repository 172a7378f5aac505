import { isDelimiterRow } from "../../text/delimiter-row";
import type { Vendor } from "../../model/rule";
import { VENDORS } from "../../model/rule";
import type { UserField } from "./user-field";

/** Something wrong with a row of the note. */
export interface FieldNoteProblem {
	/** 1-based line in the note. */
	readonly line: number;
	readonly message: string;
}

/** What a note of field names holds. */
export interface FieldNote {
	readonly rows: readonly UserField[];
	readonly problems: readonly FieldNoteProblem[];
}

/**
 * Reads a person's own field names: the first table of the note whose head names a column `field`.
 *
 * The other columns are `label` and the vendors, in any order; one that is none of these is reported and left out. Cells hold spellings
 * apart by commas or `<br>`, in backticks or not, each as `readSpelling` reads it. A row without a field, and one that adds neither a
 * label nor a spelling, is left out and reported. Rows of one field are kept apart, in order.
 */
export function readFieldNote(text: string): FieldNote {
	const lines = text.split(/\r\n|\r|\n/);
	const head = lines.findIndex(
		(line, at) => isRow(line) && readNames(line).includes("field") && isRule(lines[at + 1]),
	);
	if (head < 0) return { rows: [], problems: [] };
	const columns = readNames(lines[head] ?? "");
	const rows: UserField[] = [];
	const problems: FieldNoteProblem[] = columns
		.filter((name) => !isColumn(name))
		.map((name) => ({ line: head + 1, message: `the column “${name}” is not known` }));
	for (let at = head + 2; at < lines.length && isRow(lines[at] ?? ""); at++) {
		const row = readRow(columns, splitCells(lines[at] ?? ""));
		if (typeof row === "string") problems.push({ line: at + 1, message: row });
		else rows.push(row);
	}
	return { rows, problems };
}

/** Gives a row, or what is wrong with it. */
function readRow(columns: readonly string[], cells: readonly string[]): UserField | string {
	if (cells.length > columns.length) return "the row has more cells than the table has columns";
	const cellOf = (column: string): string => cells[columns.indexOf(column)] ?? "";
	const [id, another] = readSpellings(cellOf("field"));
	if (id === undefined) return "the row names no field";
	if (another !== undefined || id.includes(" ")) return `“${cellOf("field")}” is not one field`;
	const label = unquote(cellOf("label"));
	const spellings = readVendors(cellOf);
	if (label === "" && Object.keys(spellings).length === 0)
		return `the row of “${id}” says nothing of it`;
	return { id, label: label === "" ? undefined : label, spellings };
}

function readVendors(cellOf: (column: string) => string): UserField["spellings"] {
	const spellings: Partial<Record<Vendor, readonly string[]>> = {};
	for (const vendor of VENDORS) {
		const names = readSpellings(cellOf(vendor));
		if (names.length > 0) spellings[vendor] = names;
	}
	return spellings;
}

function readSpellings(cell: string): readonly string[] {
	return cell
		.split(/,|<br ?\/?>/)
		.map(unquote)
		.filter((name) => name !== "");
}

function unquote(text: string): string {
	const trimmed = text.trim();
	const isQuoted = trimmed.length > 1 && trimmed.startsWith("`") && trimmed.endsWith("`");
	return isQuoted ? trimmed.slice(1, -1).trim() : trimmed;
}

function readNames(line: string): readonly string[] {
	return splitCells(line).map((name) => unquote(name).toLowerCase());
}

function isColumn(name: string): boolean {
	return name === "field" || name === "label" || VENDORS.some((vendor) => vendor === name);
}

function isRow(line: string): boolean {
	return line.trim().startsWith("|");
}

/** The line of dashes below a table's head. */
function isRule(line: string | undefined): boolean {
	return line !== undefined && isDelimiterRow(line);
}

/** Cells of a Markdown table's row; a bar behind a backslash belongs to the cell. */
function splitCells(line: string): readonly string[] {
	const cells: string[] = [];
	let cell = "";
	const text = line.trim();
	for (let at = 1; at < text.length; at++) {
		const sign = text.charAt(at);
		if (sign === "\\" && text.charAt(at + 1) === "|") {
			cell += "|";
			at++;
		} else if (sign === "|") {
			cells.push(cell.trim());
			cell = "";
		} else cell += sign;
	}
	return cell.trim() === "" ? cells : [...cells, cell.trim()];
}

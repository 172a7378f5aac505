import type { AtomicInput } from "../model/atomic";

const TYPES: ReadonlySet<string> = new Set([
	"path",
	"url",
	"string",
	"integer",
	"float",
	"boolean",
]);

/**
 * Reads the table of inputs in a rendered test: name, description, type, default.
 *
 * Values hold pipes and line breaks as they come, so the cell with a known type is what the row is divided at.
 */
export function readMarkdownInputs(lines: readonly string[]): readonly AtomicInput[] {
	return joinRows(lines).map(readRow);
}

/** A row starts with a pipe at the start of a line and goes on until a line ends with one. */
function joinRows(lines: readonly string[]): string[] {
	const rows: string[] = [];
	let open = false;
	for (const line of lines) {
		if (open) rows.push(`${rows.pop() ?? ""}\n${line}`);
		else if (line.startsWith("|")) rows.push(line);
		else continue;
		open = !line.trimEnd().endsWith("|");
	}
	// The heading and the line of dashes below it.
	return rows.slice(2);
}

function readRow(row: string): AtomicInput {
	const trimmed = row.trim();
	const inner = trimmed.slice(1, trimmed.endsWith("|") ? -1 : undefined);
	const [name = "", ...cells] = inner.split("|");
	const found = cells.findIndex((cell, at) => at > 0 && TYPES.has(cell.trim().toLowerCase()));
	const at = found === -1 ? Math.min(1, cells.length) : found;
	return {
		name: readCell(name),
		description: readCell(cells.slice(0, at).join("|")),
		type: readCell(cells[at] ?? "").toLowerCase(),
		default: readCell(cells.slice(at + 1).join("|")),
	};
}

function readCell(text: string): string {
	return text.trim().replaceAll("&#92;", "\\");
}

import { isDelimiterRow } from "../../text/delimiter-row";

/** A Markdown table; cells are trimmed, as written otherwise. */
export interface MarkdownTable {
	readonly header: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/**
 * Finds the pipe tables of a Markdown text (GitHub Flavored Markdown: a header, a row of dashes, rows), in order. Pipes at the ends
 * of a row may be missing; an escaped pipe stays in its cell.
 */
export function findMarkdownTables(text: string): readonly MarkdownTable[] {
	const tables: MarkdownTable[] = [];
	if (!text.includes("|")) return tables;
	const lines = text.split("\n");
	for (let at = 1; at < lines.length; at++) {
		const line = lines[at] ?? "";
		const above = lines[at - 1] ?? "";
		if (!isDivider(line) || !above.includes("|")) continue;
		const rows: string[][] = [];
		const header = splitRow(above);
		for (at++; at < lines.length; at++) {
			const row = lines[at] ?? "";
			if (!row.includes("|")) break;
			rows.push(splitRow(row));
		}
		tables.push({ header, rows });
	}
	return tables;
}

/** Whether a line belongs to a table as far as the line alone can tell. */
export function isTableLine(line: string): boolean {
	return /^\s*\|/.test(line) || isDivider(line);
}

function isDivider(line: string): boolean {
	return line.includes("|") && isDelimiterRow(line);
}

function splitRow(line: string): string[] {
	const cells: string[] = [];
	const bare = line.trim();
	const parts = bare.slice(bare.startsWith("|") ? 1 : 0).split("|");
	const last = parts.pop() ?? "";
	/** What stands before an escaped pipe of the same cell. */
	let before = "";
	for (const part of parts) {
		if (part.endsWith("\\")) before += `${part.slice(0, -1)}|`;
		else {
			cells.push((before + part).trim());
			before = "";
		}
	}
	const rest = (before + last).trim();
	if (rest !== "" || !bare.endsWith("|")) cells.push(rest);
	return cells;
}

/** Reads the cells of a Markdown table's row, without the spaces around them; undefined where a line does not start and end with `|`. */
export function readRow(line: string): readonly string[] | undefined {
	const text = line.trim();
	if (text.length < 2 || !text.startsWith("|") || !text.endsWith("|") || text.endsWith("\\|"))
		return undefined;
	const cells: string[] = [];
	let start = 1;
	for (let at = 1; at < text.length; at++) {
		const sign = text[at];
		// A backslash takes the sign behind it out of the table.
		if (sign === "\\") at++;
		else if (sign === "|") {
			cells.push(text.slice(start, at).trim());
			start = at + 1;
		}
	}
	return cells;
}

/** Writes a row from cells that are Markdown already. */
export function writeRow(cells: readonly string[]): string {
	return `| ${cells.join(" | ")} |`;
}

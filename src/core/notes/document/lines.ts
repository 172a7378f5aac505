/** Splits a text into its lines, each with the `\n` (and `\r`) that ends it; joined they are the text. "" has none. */
export function splitLines(text: string): string[] {
	const lines: string[] = [];
	let start = 0;
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", start)) {
		lines.push(text.slice(start, at + 1));
		start = at + 1;
	}
	if (start < text.length) lines.push(text.slice(start));
	return lines;
}

/** Gives a line without the line break that ends it. */
export function stripBreak(line: string): string {
	let end = line.length;
	if (line.charCodeAt(end - 1) === 10) end--;
	if (line.charCodeAt(end - 1) === 13) end--;
	return line.slice(0, end);
}

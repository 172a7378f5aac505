/** Whether a line could be the one below a table's head (GitHub Flavored Markdown 0.29, 4.10); one column needs no pipe. */
export function isDelimiterRow(line: string): boolean {
	return line.includes("-") && /^[\s|:-]+$/.test(line);
}

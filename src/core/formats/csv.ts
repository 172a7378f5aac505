/**
 * Writes one line of CSV (RFC 4180: CRLF, doubled quotes); null is an empty cell.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front: it may come from anywhere.
 */
export function writeCsvLine(cells: readonly (string | number | null)[]): string {
	const written = cells.map((cell) => {
		if (typeof cell === "number") return String(cell);
		return cell === null ? "" : writeText(cell);
	});
	return `${written.join(",")}\r\n`;
}

function writeText(text: string): string {
	const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
	["\n", "\\n"],
	["\r", "\\r"],
	["\t", "\\t"],
]);

/** Writes a text between double quotes on one line, as `unescapeText` reads it. */
export function quoteText(text: string): string {
	const escaped = text.replace(/[\\"\n\r\t]/g, (sign) => ESCAPES.get(sign) ?? `\\${sign}`);
	return `"${escaped}"`;
}

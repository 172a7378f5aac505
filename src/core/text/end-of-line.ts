/** Gives the offset of the line break at or behind an offset, or of the text's end. */
export function endOfLine(text: string, at: number): number {
	const end = text.indexOf("\n", at);
	return end === -1 ? text.length : end;
}

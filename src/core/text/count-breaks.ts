/** Counts the line breaks from one offset of a text up to another. */
export function countBreaks(text: string, from: number, to: number): number {
	let count = 0;
	for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1))
		count++;
	return count;
}

/** Gives a text without control characters: what a source says must not steer the terminal that shows it. */
export function plainLine(text: string): string {
	return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}

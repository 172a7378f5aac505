/** Gives the names of a text that stand between commas. */
export function splitNames(text: string): string[] {
	return text
		.split(",")
		.map((name) => name.trim())
		.filter((name) => name !== "");
}

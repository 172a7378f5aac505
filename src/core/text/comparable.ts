/**
 * Gives a name's letters and digits in lower case: what is left of it whatever separators a file name, tag or heading puts between.
 */
export function comparable(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

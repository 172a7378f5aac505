/** Gives a text in lower case without accents; comparing folded texts is many times faster than comparing by locale. */
export function foldText(text: string): string {
	return text
		.normalize("NFD")
		.replace(/\p{M}+/gu, "")
		.toLowerCase();
}

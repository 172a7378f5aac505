/** Gives a text with `\n` for every line break; most texts have no other and come back as they are. */
export function normaliseBreaks(text: string): string {
	return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** Gives a text with one space for every run of white space, line breaks too; most texts have no such run and come back as they are. */
export function foldSpaces(text: string): string {
	return /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, " ") : text;
}

/**
 * Gives a name as the text that a wikilink shows: no sign in it can end the link or mean anything to a plugin.
 */
export function linkLabel(name: string): string {
	return name
		.replace(/[^\p{L}\p{M}\p{N} .,:;&()'"/_+-]+/gu, " ")
		.replace(/:{2,}/g, ":")
		.replace(/ {2,}/g, " ")
		.trim();
}

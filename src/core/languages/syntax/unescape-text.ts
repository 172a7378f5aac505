const ESCAPES: ReadonlyMap<string, string> = new Map([
	["n", "\n"],
	["t", "\t"],
	["r", "\r"],
	["\\", "\\"],
	['"', '"'],
]);

/** Resolves a string's escapes; a backslash before anything else stays, as it does in regular expressions written as text. */
export function unescapeText(text: string): string {
	if (!text.includes("\\")) return text;
	return text.replace(/\\(.)/gs, (whole, character: string) => ESCAPES.get(character) ?? whole);
}

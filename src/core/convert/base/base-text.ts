const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Names that mean something else where they stand alone in an expression. */
const TAKEN: ReadonlySet<string> = new Set([
	...[
		"file",
		"formula",
		"note",
		"this",
		"true",
		"false",
		"null",
		"values",
		"value",
		"index",
		"acc",
	],
]);

/** Writes a text as a literal of Bases' expressions. */
export function quoteText(text: string): string {
	const escaped = text.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n");
	return `"${escaped}"`;
}

/** Writes a note's property in an expression. */
export function propertyText(name: string): string {
	if (!IDENTIFIER.test(name)) return `note[${quoteText(name)}]`;
	return TAKEN.has(name) ? `note.${name}` : name;
}

/** Lets an expression about a value count for false where there is no value; `file` always has its own. */
export function guard(value: string, expression: string): string {
	return value.startsWith("file.") || value.startsWith('"')
		? expression
		: `if(${value}, ${expression}, false)`;
}

/** Layout that an expression on one line with single blanks has not. */
const LAYOUT = /[\t\n\r]| {2}/;
/** A string, which keeps its blanks, else a run of blanks. A string that is never closed goes to the end. */
const STRING_OR_BLANKS = /("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|\s+/gs;

/** Gives an expression's text on one line, so that it is the same however its author laid it out; strings in it stay as they are. */
export function foldLayout(text: string): string {
	if (!LAYOUT.test(text)) return text;
	return text.replace(STRING_OR_BLANKS, (_, string?: string) => string ?? " ");
}

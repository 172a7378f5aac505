/** One JSON object with its own text. */
export interface JsonText {
	readonly text: string;
	/** 1-based line of the whole text on which the object starts. */
	readonly line: number;
}

/**
 * Gives the source text of the JSON objects that stand at a depth: 0 for objects one behind the other, 1 for those of a top-level array,
 * 2 for those of an array in the top-level object. Linear in the text; an object that nothing closes is left out.
 */
export function splitJsonValues(text: string, depth: number): readonly JsonText[] {
	const values: JsonText[] = [];
	let open = 0;
	let line = 1;
	let start = 0;
	let startLine = 1;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at];
		if (sign === "\n") line++;
		else if (sign === '"') at = skipString(text, at);
		else if (sign === "{" || sign === "[") {
			if (open === depth) {
				start = at;
				startLine = line;
			}
			open++;
		} else if (sign === "}" || sign === "]") {
			open--;
			if (open === depth && sign === "}")
				values.push({ text: text.slice(start, at + 1), line: startLine });
			if (open < 0) return values;
		}
	}
	return values;
}

function skipString(text: string, at: number): number {
	let end = at + 1;
	while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
	return end;
}

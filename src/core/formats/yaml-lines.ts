/**
 * Finds the line on which a YAML scalar's text starts, given the keys that lead to it from the top table.
 *
 * For a block scalar (`search: |`) that is the line after its header, for any other the line on which the value begins. Lists are
 * not entered. Gives a 1-based line in `text`, or undefined where the keys do not stand in block style; one pass over the lines.
 */
export function findYamlValueLine(text: string, keys: readonly string[]): number | undefined {
	/** Indentation of the keys found so far, outermost first. */
	const found: number[] = [];
	let expected: number | undefined;
	let number = 0;
	for (let start = 0; start < text.length;) {
		const lineBreak = text.indexOf("\n", start);
		const end = lineBreak === -1 ? text.length : lineBreak;
		const line = text.slice(start, end);
		start = end + 1;
		number++;
		const content = line.trimStart();
		if (content === "" || content.startsWith("#")) continue;
		const indent = line.length - content.length;
		const parent = found.at(-1);
		if (parent !== undefined && indent <= parent) return undefined;
		expected ??= indent;
		if (indent !== expected) continue;
		const value = valueOfKey(content.trimEnd(), keys[found.length] ?? "");
		if (value === undefined) continue;
		found.push(indent);
		expected = undefined;
		if (found.length === keys.length) return number + linesToValue(value, text.slice(start));
	}
	return undefined;
}

/** Gives what stands behind `key:` on its line, or undefined where the line has another key. */
function valueOfKey(content: string, key: string): string | undefined {
	for (const spelling of [key, `"${key}"`, `'${key}'`]) {
		if (!content.startsWith(spelling)) continue;
		const rest = content.slice(spelling.length).trimStart();
		if (rest === ":" || /^:\s/.test(rest)) return rest.slice(1).trim();
	}
	return undefined;
}

/** How many lines below its key a value starts; `below` is the text under the key's line. */
function linesToValue(value: string, below: string): number {
	if (/^[|>]/.test(value)) return 1;
	if (value !== "" && !value.startsWith("#")) return 0;
	const blank = below.length - below.trimStart().length;
	return blank === below.length ? 0 : 1 + countBreaks(below, blank);
}

function countBreaks(text: string, end: number): number {
	let count = 0;
	for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count++;
	return count;
}

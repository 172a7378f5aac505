/**
 * Finds the line on which a YAML scalar's text starts, given the keys that lead to it from the top table.
 *
 * For a block scalar (`search: |`) that is the line after its header, for any other the line on which the value begins. Lists are
 * not entered. Gives a 1-based line in `text`, or undefined where the keys do not stand in block style; one pass over the lines.
 */
export function findYamlValueLine(text: string, keys: readonly string[]): number | undefined {
	const lines = text.split("\n");
	/** Indentation of the keys found so far, outermost first. */
	const found: number[] = [];
	let expected: number | undefined;
	for (const [index, line] of lines.entries()) {
		const content = line.trim();
		if (content === "" || content.startsWith("#")) continue;
		const indent = line.length - line.trimStart().length;
		const parent = found.at(-1);
		if (parent !== undefined && indent <= parent) return undefined;
		expected ??= indent;
		if (indent !== expected) continue;
		const value = valueOfKey(content, keys[found.length] ?? "");
		if (value === undefined) continue;
		found.push(indent);
		expected = undefined;
		if (found.length === keys.length) return lineOfValue(lines, index, value);
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

function lineOfValue(lines: readonly string[], index: number, value: string): number {
	if (/^[|>]/.test(value)) return index + 2;
	if (value !== "" && !value.startsWith("#")) return index + 1;
	for (let next = index + 1; next < lines.length; next++) {
		if ((lines[next] ?? "").trim() !== "") return next + 1;
	}
	return index + 1;
}

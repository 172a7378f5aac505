import { countBreaks } from "../text/count-breaks";

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

/** An item of a list in YAML. */
export interface YamlItem {
	/** Its lines, without the dash: YAML by itself. */
	readonly text: string;
	/** 1-based line on which it starts. */
	readonly line: number;
}

/**
 * Gives the items of a list in block style, in order. The list begins on `fromLine` (1-based) or below it, and ends before the first line
 * that stands further left, or as far left without a dash; empty where another thing comes first. One pass over the lines.
 */
export function splitYamlList(text: string, fromLine = 1): readonly YamlItem[] {
	const lines = text.split("\n");
	const starts: number[] = [];
	let indent: number | undefined;
	let end = fromLine - 1;
	for (; end < lines.length; end++) {
		const line = lines[end] ?? "";
		const content = line.trimStart();
		if (content === "" || content.startsWith("#") || content.startsWith("---")) continue;
		const at = line.length - content.length;
		const isItem = /^-(?:\s|$)/.test(content);
		if (indent === undefined && isItem) indent = at;
		if (indent === undefined || at < indent || (at === indent && !isItem)) break;
		if (at === indent) starts.push(end);
	}
	return starts.map((start, index) => ({
		text: lines
			.slice(start, starts[index + 1] ?? end)
			.join("\n")
			.replace("-", " "),
		line: start + 1,
	}));
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
	return blank === below.length ? 0 : 1 + countBreaks(below, 0, blank);
}

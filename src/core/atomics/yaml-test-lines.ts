/** 1-based lines, both ends included. */
export interface LineRange {
	readonly first: number;
	readonly last: number;
}

/**
 * Finds where each item of every `atomic_tests` list stands, list by list, in the order of the text.
 *
 * Only block style is understood; a list written otherwise gives no ranges. One pass over the lines.
 */
export function findTestLines(lines: readonly string[]): readonly (readonly LineRange[])[] {
	const lists: LineRange[][] = [];
	let at = 0;
	while (at < lines.length) {
		const line = lines[at] ?? "";
		if (!/^ *(?:- +)?["']?atomic_tests["']? *:/.test(line)) {
			at++;
			continue;
		}
		const { starts, end } = readItems(lines, at + 1, indentOf(line));
		lists.push(starts.map((first, index) => ({ first, last: (starts[index + 1] ?? end + 1) - 1 })));
		at = end;
	}
	return lists;
}

/** Gives the 1-based line of the first `key:` in a range, or its first line where there is none. */
export function findKeyLine(lines: readonly string[], range: LineRange, key: string): number {
	for (let line = range.first; line <= range.last; line++) {
		const content = (lines[line - 1] ?? "").trimStart().replace(/^- +/, "");
		if (content.startsWith(key) && content.slice(key.length).trimStart().startsWith(":"))
			return line;
	}
	return range.first;
}

/** Gives what stands behind `key:` on a 1-based line, without a comment, or "". */
export function readRawValue(lines: readonly string[], line: number): string {
	const content = lines[line - 1] ?? "";
	const value = content.slice(content.indexOf(":") + 1).trim();
	const comment = value.search(/[ \t]#/);
	return comment === -1 ? value : value.slice(0, comment).trim();
}

/** Reads the starts of a list's items (1-based) and where the list ends (the 1-based last line of it). */
function readItems(
	lines: readonly string[],
	from: number,
	keyIndent: number,
): { starts: number[]; end: number } {
	const starts: number[] = [];
	let indent: number | undefined;
	let at = from;
	for (; at < lines.length; at++) {
		const line = lines[at] ?? "";
		const content = line.trim();
		if (content === "" || content.startsWith("#")) continue;
		const isItem = content === "-" || content.startsWith("- ");
		const own = indentOf(line);
		if (indent === undefined) {
			if (!isItem || own < keyIndent) break;
			indent = own;
		}
		if (own < indent || (own === indent && !isItem)) break;
		if (own === indent) starts.push(at + 1);
	}
	return { starts, end: at };
}

function indentOf(line: string): number {
	return line.length - line.trimStart().length;
}

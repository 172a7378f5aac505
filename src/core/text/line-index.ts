/** A place in a text: 1-based line and column, the column in UTF-16 units. */
export interface LinePosition {
	readonly line: number;
	readonly column: number;
}

/** Answers "which line is this offset on" for one text. */
export interface LineIndex {
	/** 1-based line and column of a UTF-16 offset; offsets past the end give the last line. */
	positionAt(offset: number): LinePosition;
	/** UTF-16 offset of the first character of a 1-based line, clamped to the text. */
	offsetOfLine(line: number): number;
}

/**
 * Indexes the line starts of a text once, so that each look-up is a binary search.
 *
 * `\n` ends a line; a `\r` before it belongs to the line.
 */
export function indexLines(text: string): LineIndex {
	const starts: number[] = [0];
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	const startOf = (index: number): number => starts[index] ?? 0;
	return {
		positionAt(offset) {
			let low = 0;
			let high = starts.length - 1;
			while (low < high) {
				const middle = (low + high + 1) >> 1;
				if (startOf(middle) <= offset) low = middle;
				else high = middle - 1;
			}
			return { line: low + 1, column: Math.max(0, offset - startOf(low)) + 1 };
		},
		offsetOfLine(line) {
			return startOf(Math.min(Math.max(line, 1), starts.length) - 1);
		},
	};
}

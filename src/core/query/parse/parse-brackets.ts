import type { Cursor } from "./cursor";

/** Reads something in round brackets; undefined, with the cursor where it was, where there is none or they do not close. */
export function parseBrackets<Inner>(
	cursor: Cursor,
	parseInner: (cursor: Cursor) => Inner | undefined,
): Inner | undefined {
	const start = cursor.at;
	if (!cursor.take("(")) return undefined;
	cursor.skipBlanks();
	const inner = parseInner(cursor);
	cursor.skipBlanks();
	if (inner !== undefined && cursor.take(")")) return inner;
	if (inner !== undefined) cursor.expect('")"');
	cursor.at = start;
	return undefined;
}

import { readQuoted } from "../../index/literals/inline-value";
import { endOfName } from "../../index/literals/names";
import type { Cursor } from "./cursor";

/** Reads a field's name; gives undefined, with the cursor where it was, where none starts here. */
export function readName(cursor: Cursor): string | undefined {
	const start = cursor.at;
	const end = endOfName(cursor.text, start);
	if (end === undefined) return undefined;
	cursor.at = end;
	return cursor.text.slice(start, end);
}

/** Reads a name or a quoted text; gives undefined, with the cursor where it was, where neither starts here. */
export function readKey(cursor: Cursor): string | undefined {
	const quoted = readQuoted(cursor.text, cursor.at);
	if (quoted === undefined) return readName(cursor);
	cursor.at = quoted.end;
	return quoted.value;
}

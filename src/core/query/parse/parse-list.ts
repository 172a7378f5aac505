import type { Cursor } from "./cursor";

/**
 * Reads items behind commas up to a closing bracket, the cursor behind the opening one; a comma at the end is refused. Gives undefined
 * where the list does not close, with the cursor anywhere. `isGuess` keeps what was expected to itself.
 */
export function parseList<T>(
	cursor: Cursor,
	close: string,
	parse: (cursor: Cursor) => T | undefined,
	isGuess = false,
): T[] | undefined {
	const items: T[] = [];
	cursor.skipBlanks();
	for (let item = parse(cursor); item !== undefined; item = parse(cursor)) {
		items.push(item);
		cursor.skipBlanks();
		if (cursor.text.charAt(cursor.at) !== ",") break;
		const comma = cursor.at;
		cursor.at++;
		cursor.skipBlanks();
		if (cursor.text.startsWith(close, cursor.at)) {
			if (!isGuess) cursor.expect("another value behind the comma");
			cursor.at = comma;
			return undefined;
		}
	}
	cursor.skipBlanks();
	if (cursor.take(close)) return items;
	if (!isGuess) cursor.expect(items.length === 0 ? `"${close}"` : `"," or "${close}"`);
	return undefined;
}

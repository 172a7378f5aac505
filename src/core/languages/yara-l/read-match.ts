import type { YaraLCursor } from "./read-expression";
import { readExpression } from "./read-expression";
import type { Expression } from "./yara-l-tree";

/**
 * Reads what `match` groups by, `$user, $host over 5m before $e`, `principal.ip by day`, up to where `isDone` says; gives the window as
 * written, null where there is none. Source: Google SecOps, YARA-L 2.0 match section syntax.
 */
export function readMatch(cursor: YaraLCursor, by: string[], isDone: () => boolean): string | null {
	let window: string | null = null;
	while (!isDone()) {
		const before = cursor.index;
		if (cursor.eatWord("over") || cursor.eatWord("by")) window = readWindow(cursor) ?? window;
		else if (cursor.eatWord("before") || cursor.eatWord("after")) readExpression(cursor);
		else if (cursor.eatWord("every")) readWindow(cursor);
		else if (cursor.eatWord("as")) readExpression(cursor);
		else if (!cursor.eat(",")) by.push(nameOf(readExpression(cursor), cursor.text));
		if (cursor.index === before) cursor.skip();
	}
	return window;
}

/** `5m`, `day`, `every day`. */
function readWindow(cursor: YaraLCursor): string | undefined {
	cursor.eatWord("every");
	const kind = cursor.peek()?.kind;
	return kind === "number" || kind === "word" ? cursor.take()?.text : undefined;
}

function nameOf(key: Expression, text: string): string {
	if (key.kind === "placeholder") return key.name.slice(1);
	return key.kind === "field" ? key.path : text.slice(key.start, key.end);
}

import type { QuerySource } from "../../model/detection";
import type { EqlCursor } from "./parse-value";
import { readEqlName, readEqlString } from "./read-eql-text";

/** Reads `category where`; null for any. One that is missing is reported. */
export function readCategory(cursor: EqlCursor, sources: Map<string, QuerySource>): string | null {
	const token = cursor.peek();
	if (token === undefined || !cursor.isWord("where", 1)) {
		cursor.fail("expected an event category and \u201Cwhere\u201D");
		cursor.eatWord("where");
		return null;
	}
	cursor.take();
	cursor.take();
	if (token.kind === "word" && token.text.toLowerCase() === "any") return null;
	const name = token.kind === "string" ? readEqlString(token.text) : readEqlName(token.text);
	if (!sources.has(name)) {
		const span = { start: token.start, end: token.end };
		sources.set(name, { kind: "event-category", name, span });
	}
	return name;
}

import type { Condition, QuerySource } from "../../model/detection";
import { combine } from "../syntax/conditions";
import { eqlConditions } from "./eql-grammar";
import type { EqlCursor } from "./parse-value";
import { readEqlName, readEqlString } from "./read-eql-text";

/** What the parts of one query share. */
export interface EqlReading {
	readonly cursor: EqlCursor;
	/** For each `(` token the index of its `)`. */
	readonly closers: Int32Array;
	/** The event categories read so far, by name. */
	readonly sources: Map<string, QuerySource>;
}

/** Events of one category that fulfil a condition. */
export interface EqlEvent {
	/** Null for any. */
	readonly source: string | null;
	readonly condition: Condition;
}

/**
 * Reads `category where condition`, up to a closing `]`, a `|` or the end. A category that is missing is reported, and the text read as a
 * condition over any event.
 */
export function parseEvent({ cursor, closers, sources }: EqlReading): EqlEvent {
	const source = readCategory(cursor, sources);
	const conditions = eqlConditions(source, closers);
	const parts = [conditions.parse(cursor, 0)];
	for (let next = cursor.peek(); next !== undefined; next = cursor.peek()) {
		if (next.text === "]" || next.text === "|") break;
		cursor.report("query-syntax", "error", `\u201C${next.text}\u201D has no place here`);
		cursor.skip();
		const behind = cursor.peek();
		if (behind !== undefined && !/^[)\]|,]$/.test(behind.text))
			parts.push(conditions.parse(cursor, 0));
	}
	return { source, condition: combine("and", parts) };
}

function readCategory(cursor: EqlCursor, sources: Map<string, QuerySource>): string | null {
	const token = cursor.peek();
	if (token === undefined || !cursor.isWord("where", 1)) {
		cursor.report("query-syntax", "error", "expected an event category and \u201Cwhere\u201D");
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

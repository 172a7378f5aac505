import type { Condition } from "../../model/detection";
import { combine } from "../syntax/conditions";
import { eqlConditions } from "./eql-grammar";
import type { EqlReading } from "./eql-grammar";
import { isMissingEvent } from "./read-eql-operator";
import { readCategory } from "./read-category";

/** Events of one category that fulfil a condition. */
export interface EqlEvent {
	/** Null for any. */
	readonly source: string | null;
	readonly condition: Condition;
}

/**
 * Reads `category where condition`, up to a closing `]`, a `|` or the end. A category that is missing is reported, and the text read as a
 * condition over any event. A sequence's step also ends where the next one begins.
 */
export function parseEvent(reading: EqlReading, isStep = false): EqlEvent {
	const { cursor } = reading;
	const source = readCategory(cursor, reading.sources);
	const conditions = eqlConditions(source, reading);
	const parts = [conditions.parse(cursor, 0)];
	for (let next = cursor.peek(); next !== undefined; next = cursor.peek()) {
		if (next.text === "]" || next.text === "|") break;
		if (isStep && (next.text === "[" || isMissingEvent(cursor))) break;
		cursor.fail(`\u201C${next.text}\u201D has no place here`);
		cursor.skip();
		const behind = cursor.peek();
		if (behind !== undefined && !/^[)\]|,[]$/.test(behind.text))
			parts.push(conditions.parse(cursor, 0));
	}
	return { source, condition: combine("and", parts) };
}

import { parseQuery } from "./parse/parse-query";
import { holdsRecords } from "./run/place-records";

/** Tells whether a query asks for what only a library knows (`FROM predicates` and the like); false for a text that is no query. */
export function queryNeedsRecords(text: string): boolean {
	const parsed = parseQuery(text);
	return parsed.ok && holdsRecords(parsed.query.source);
}

import { parseEsql } from "../../../../src/core/languages/esql/parse-esql";
import { listPredicates } from "../../../../src/core/languages/list-predicates";
import type { ParsedQuery } from "../../../../src/core/model/detection";
import { isFull, NO_CONTEXT, showPredicates } from "../query-building";

/** Parses a query that has nothing wrong. */
export function read(text: string): ParsedQuery {
	const parsed = parseEsql(text, NO_CONTEXT);
	if (!isFull(parsed) || parsed.problems.length > 0)
		throw new Error(`${text}: ${JSON.stringify(parsed.problems)}`);
	return parsed;
}

/** The predicates of a query, one line each; those on computed columns in brackets. */
export function list(text: string): readonly string[] {
	const parsed = read(text);
	const origins = listPredicates(parsed.detection).map(({ predicate }) => predicate.origin);
	return showPredicates(parsed).map((line, at) => (origins[at] === "event" ? line : `[${line}]`));
}

/** The predicates of a condition. */
export function where(condition: string): readonly string[] {
	return list(`from logs-* | where ${condition}`);
}

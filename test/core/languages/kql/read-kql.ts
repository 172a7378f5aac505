import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { parseKql } from "../../../../src/core/languages/kql/parse-kql";
import type { Detection, ParsedQuery, QueryContext } from "../../../../src/core/model/detection";
import { isFull, NO_CONTEXT, showPredicates } from "../query-building";

/** Parses a query that must be understood fully, without a problem but for undefined names. */
export function readKql(text: string, context: QueryContext = NO_CONTEXT): ParsedQuery {
	const parsed = parseKql(text, context);
	const problems = parsed.problems.filter(({ code }) => code !== "query-undefined");
	if (!isFull(parsed) || problems.length > 0)
		throw new Error(`not understood: ${JSON.stringify({ text, problems, tokens: parsed.tokens })}`);
	return parsed;
}

/** The predicates of a filter over a table, one line each. */
export function filter(condition: string): readonly string[] {
	return showPredicates(readKql(`Events | where ${condition}`));
}

/** The predicates of a whole query, one line each. */
export function query(text: string): readonly string[] {
	return showPredicates(readKql(text));
}

/** The fields that a query filters on, each with its origin and source. */
export function origins(text: string): readonly string[] {
	return listPredicates(readKql(text).detection).map(
		({ predicate: { field, origin, source } }) => `${field ?? "*"} ${origin} ${source ?? "-"}`,
	);
}

/** The sources of a query by kind and name. */
export function sources(text: string): readonly string[] {
	return readKql(text).sources.map(({ kind, name }) => `${kind} ${name}`);
}

/** The layers of a detection without its conditions. */
export function shape(detection: Detection): string {
	switch (detection.kind) {
		case "aggregate":
			return `count(${shape(detection.of)} by ${detection.by.join(", ")})`;
		case "filter":
			return `filter(${shape(detection.of)})`;
		case "join":
			return `${detection.how}(${detection.parts.map(shape).join(", ")})`;
		default:
			return detection.kind;
	}
}

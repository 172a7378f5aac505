import type { Condition } from "../../model/detection";
import type { Predicate, PredicateTerm } from "../../model/predicate";
import type { Span } from "../../text/span";
import { leaf } from "../syntax/conditions";
import { findSubject } from "./eql-value";
import type { EqlValue } from "./eql-value";

/** Where a comparison stands. */
export interface EqlPlace {
	/** The query's text. */
	readonly text: string;
	/** The event category whose fields are compared, null for any. */
	readonly source: string | null;
	/** How the events compared are related to those of the query (`child of`), null for its own. */
	readonly relation: string | null;
	readonly span: Span;
}

/** Makes a predicate about a value: a field with the function around it, else the computation as written. */
export function makeLeaf(
	value: EqlValue,
	op: Predicate["op"],
	terms: readonly PredicateTerm[],
	isCaseSensitive: boolean | null,
	{ text, source, relation, span }: EqlPlace,
): Condition {
	const subject = findSubject(value);
	const transform = subject?.transform ?? null;
	return leaf({
		field: subject?.field ?? text.slice(value.span.start, value.span.end),
		op,
		terms,
		isCaseSensitive,
		transform: relation && transform ? `${relation} ${transform}` : (relation ?? transform),
		origin: subject === undefined ? "computed" : "event",
		source,
		span,
	});
}

/** Gives the value that something is compared with: a literal as it is, all else as a reference to its text. */
export function termOf(value: EqlValue, text: string): PredicateTerm {
	const at = value.span.start;
	return value.kind === "literal"
		? { value: value.value, at }
		: { value: { ref: text.slice(at, value.span.end) }, at };
}

import type { Predicate, PredicateTerm } from "../../model/predicate";
import type { Span } from "../../text/span";
import { findSubject } from "./eql-value";
import type { EqlValue } from "./eql-value";
import type { Alternative, LoweredPattern } from "./lower-patterns";

/** Where a comparison stands. */
export interface EqlPlace {
	/** The query's text. */
	readonly text: string;
	/** The event category whose fields are compared, null for any. */
	readonly source: string | null;
	readonly span: Span;
}

/** Gives what is compared: a field with the function around it, else the computation as written. */
export function describeValue(
	value: EqlValue,
	place: EqlPlace,
): Omit<Predicate, "op" | "terms" | "isCaseSensitive"> {
	const { source, span } = place;
	const subject = findSubject(value);
	if (subject !== undefined) return { ...subject, origin: "event", source, span };
	const field = place.text.slice(value.span.start, value.span.end);
	return { field, transform: null, origin: "computed", source, span };
}

/** Gives the value that something is compared with: a literal as it is, all else as a reference to its text. */
export function termOf(value: EqlValue, text: string): PredicateTerm {
	const at = value.span.start;
	return value.kind === "literal"
		? { value: value.value, at }
		: { value: { ref: text.slice(at, value.span.end) }, at };
}

/** Lowers one alternative by how its text is read as a pattern; what is no text is compared as it is. */
export function readAlternative(
	item: EqlValue,
	lower: (text: string) => LoweredPattern,
	text: string,
): Alternative {
	if (item.kind !== "literal" || typeof item.value !== "string") {
		if (item.kind === "literal" && item.value === null) return { op: "is_null", term: undefined };
		return { op: "eq", term: termOf(item, text) };
	}
	const { op, value } = lower(item.value);
	return { op, term: value === undefined ? undefined : { value, at: item.span.start } };
}

import type { Span } from "../text/span";

/** How a predicate compares its field; the words that panels and the command line show. */
export const PREDICATE_OPERATORS = [
	"eq",
	"ne",
	"contains",
	"starts_with",
	"ends_with",
	"wildcard",
	"regex_match",
	"match",
	"in",
	"cidr_match",
	"gt",
	"ge",
	"lt",
	"le",
	"is_null",
	"exists",
] as const;
/** One of them. */
export type PredicateOperator = (typeof PREDICATE_OPERATORS)[number];

/** What a field is compared with. */
export type PredicateValue =
	| string
	| number
	| boolean
	| null
	/** Another field, or an expression as written, but on one line. */
	| { readonly ref: string }
	/** A list by its name (a reference list, a lookup, a placeholder), with its entries where they are known. */
	| { readonly list: string; readonly entries?: readonly string[] };

/** One value of a predicate, and where it stands. */
export interface PredicateTerm {
	/**
	 * Escapes are resolved. Under `wildcard` the characters `*` and `?` are active and a literal one stands behind a backslash; a
	 * backslash of the value itself is not doubled, so that paths read as they are (`C:\Users\*\x`), and the rare one before an active star is not
	 * told apart. Under `regex_match` it is the expression without its delimiters; under every other operator the text is literal.
	 */
	readonly value: PredicateValue;
	/** UTF-16 offset in the query's text. */
	readonly at: number;
}

/** One leaf of a rule's condition. */
export interface Predicate {
	/** As the rule spells it, null for a keyword search over the whole event. */
	readonly field: string | null;
	/** The event's field where `field` is another name that the query gives it. */
	readonly original?: string;
	readonly op: PredicateOperator;
	/** Alternatives: any one of them satisfies the predicate. One for most operators, none for `is_null` and `exists`. */
	readonly terms: readonly PredicateTerm[];
	/** Whether letter case counts; null where the field's mapping decides. */
	readonly isCaseSensitive: boolean | null;
	/** A function around the field that changes what is compared (`length`, `substring`); folding of case is no such function. */
	readonly transform: string | null;
	/** `computed` where the query itself makes the field (an `eval`, a count, a captured group), so that no event has it. */
	readonly origin: "event" | "computed";
	/** Which of the query's sources the field belongs to (a table, an event category, a data model, a UDM event type), null where unknown. */
	readonly source: string | null;
	/** Where the whole comparison stands in the query's text. */
	readonly span: Span;
}

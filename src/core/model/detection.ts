import type { Span } from "../text/span";
import type { Predicate } from "./predicate";

/** A rule's condition over one event: a tree of predicates. */
export type Condition =
	| { readonly kind: "predicate"; readonly predicate: Predicate }
	| {
			readonly kind: "and" | "or";
			/** Two or more. */
			readonly parts: readonly Condition[];
			/** What the rule calls this group (Sigma's `selection_img`), null where it has no name. */
			readonly name: string | null;
	  }
	| { readonly kind: "not"; readonly part: Condition }
	| { readonly kind: "at-least"; readonly count: number; readonly parts: readonly Condition[] }
	/** Restricts nothing: an empty filter macro, `where true`. */
	| { readonly kind: "always" }
	/** Not understood; kept as written. */
	| {
			readonly kind: "opaque";
			readonly text: string;
			/** Why, for a person: one clause without a full stop. */
			readonly reason: string;
			readonly span: Span;
	  };

/** One event of a sequence or sample. */
export interface DetectionStep {
	/** The event variable or category (`process`, `$e1`), null for any. */
	readonly source: string | null;
	readonly condition: Condition;
	/** Fields that tie this step to the others, beside those of the whole. */
	readonly by: readonly string[];
	/** How often in a row the step must match; 1 unless stated. */
	readonly runs: number;
	/** Whether the step must be absent. */
	readonly isMissing: boolean;
}

/** What a query detects: the outer layer, where alone time and counting are. */
export type Detection =
	/** Single events. */
	| { readonly kind: "event"; readonly condition: Condition }
	| {
			readonly kind: "sequence" | "sample";
			readonly by: readonly string[];
			/** As written (`5m`), null where unbounded. */
			readonly maxSpan: string | null;
			readonly steps: readonly DetectionStep[];
			readonly until: DetectionStep | null;
	  }
	/** Counts or groups what `of` finds; `having` filters the groups. */
	| {
			readonly kind: "aggregate";
			readonly of: Detection;
			readonly by: readonly string[];
			/** As written, null where the rule's schedule decides. */
			readonly window: string | null;
			readonly having: Condition;
	  }
	/** A filter over what a join, a union or an aggregation gives. */
	| { readonly kind: "filter"; readonly of: Detection; readonly condition: Condition }
	/** Several queries together. `how` is the language's own word: `inner`, `leftanti`, `union`, `append`, `subsearch`. */
	| {
			readonly kind: "join";
			readonly how: string;
			readonly parts: readonly Detection[];
			readonly on: readonly string[];
	  }
	/** Values of the fields that were not seen before. */
	| {
			readonly kind: "new-terms";
			readonly of: Detection;
			readonly fields: readonly string[];
			readonly history: string | null;
	  }
	/** Events that match an indicator feed. */
	| { readonly kind: "threat-match"; readonly of: Detection; readonly against: Detection }
	/** No query: a machine learning job. */
	| { readonly kind: "none"; readonly reason: string };

/** What a query names as the data it reads. */
export interface QuerySource {
	readonly kind:
		| "table"
		| "index"
		| "data-model"
		| "macro"
		/** EQL's `process`, ECS's event.category. */
		| "event-category"
		/** UDM's metadata.event_type. */
		| "event-type"
		| "sourcetype"
		| "function";
	readonly name: string;
	readonly span: Span;
}

/** What is wrong with a query, or was not understood. */
export interface QueryProblem {
	readonly code:
		/** The text breaks the language's grammar here. */
		| "query-syntax"
		/** Legal, but not understood: an opaque leaf stands for it. */
		| "query-opaque"
		/** A macro, function or list that is defined nowhere; kept by its name. */
		| "query-undefined"
		/** Nested deeper than is read. */
		| "query-too-deep";
	readonly severity: "error" | "warning" | "info";
	readonly message: string;
	readonly span: Span;
}

/** A query taken apart. */
export interface ParsedQuery {
	readonly detection: Detection;
	/** In order, without doubles. */
	readonly sources: readonly QuerySource[];
	readonly problems: readonly QueryProblem[];
	/** Number of tokens of the text, and of those that lie under no node of the detection. */
	readonly tokens: { readonly total: number; readonly unconsumed: number };
}

/** What a query may refer to, from files beside the rules. Names are compared as each language compares them. */
export interface QueryContext {
	/** A Splunk macro by name and number of arguments. */
	macro(name: string, argumentCount: number): QueryMacro | undefined;
	/** The entries of a reference list, a lookup or a watchlist. */
	list(name: string): readonly string[] | undefined;
}

/** A macro's text, with the names that stand between dollar signs in it. */
export interface QueryMacro {
	readonly arguments: readonly string[];
	readonly definition: string;
}

/** Parses one language's query. Never throws; work is linear in the text. */
export type QueryParser = (text: string, context: QueryContext) => ParsedQuery;

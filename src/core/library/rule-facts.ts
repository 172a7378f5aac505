import type { EventIdentity } from "../model/event";
import type { PredicateOperator, PredicateValue } from "../model/predicate";
import type { QueryLanguage, RuleKind, Vendor } from "../model/rule";
import type { ParsedShare } from "../rules/understand-rule";

/** What a predicate is good for: only indicators say what the rule looks for. */
export type PredicateRole =
	| "indicator"
	/** Chooses which events are read: a dataset, an event id, an operating system. */
	| "routing"
	/** Chooses when. */
	| "time"
	/** Tests what the query itself computed. */
	| "computed";

/** One value of one predicate. */
export interface FactPredicate {
	/** As the rule spells it, null for a keyword. */
	readonly field: string | null;
	/** The canonical field's id, null where the spelling has none. */
	readonly canonical: string | null;
	readonly op: PredicateOperator;
	readonly value: PredicateValue;
	/** Whether the number of `not`s above it is odd. */
	readonly negated: boolean;
	/** Whether it stands under a `not`. */
	readonly exclusion: boolean;
	readonly role: PredicateRole;
	/** 1-based in the rule's file, or in its note. */
	readonly line: number;
}

/** One part of what a rule excludes. */
export interface ExclusionPart {
	readonly field: string | null;
	readonly canonical: string | null;
	readonly op: PredicateOperator;
	readonly value: PredicateValue;
	/** Whether the part is what must not be: `not (a and not b)` excludes a without b. */
	readonly negated: boolean;
}

/** What is known of a rule once its queries are taken apart; plain data that survives JSON. */
export interface RuleFacts {
	readonly vendor: Vendor;
	readonly kind: RuleKind;
	readonly language: QueryLanguage | null;
	readonly confidence: string | null;
	readonly parsed: ParsedShare;
	/** Why it is not parsed whole. */
	readonly reasons: readonly string[];
	readonly predicates: readonly FactPredicate[];
	/** How they are joined, as `writeCondition` has it. */
	readonly condition: string;
	/** What the rule excludes: each is a conjunction that is excluded as a whole. */
	readonly exclusions: readonly (readonly ExclusionPart[])[];
	readonly events: readonly EventIdentity[];
	readonly dataSources: readonly string[];
	/** Tables, indices and data models that the rule reads, from its metadata and its queries; without doubles. */
	readonly tables: readonly string[];
	readonly falsePositives: readonly string[];
	/** Sigma's product of its log source (`windows`), null where the rule does not say. */
	readonly product: string | null;
	/** GUIDs of the atomic tests that the rule names as its simulation, in lower case. */
	readonly simulations: readonly string[];
}

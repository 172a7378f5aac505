import type { QuerySource } from "./detection";
import type { PredicateOperator, PredicateValue } from "./predicate";
import type { Logsource, Vendor } from "./rule";

/** A kind of event that a rule reads, as its provider numbers or names it. */
export interface EventIdentity {
	/** A Windows channel, `Sysmon`, a Defender table, a cloud audit log, a data model. */
	readonly provider: string;
	/** Its number or name there, null where the rule reads all of the provider's. */
	readonly event: string | number | null;
	/** For people: `Process created`. */
	readonly title: string;
	/** The canonical event (`process.create`) that it is an instance of, null where none is known. */
	readonly id: string | null;
}

/** What a rule says about the events it reads. */
export interface EventEvidence {
	readonly vendor: Vendor;
	readonly logsource: Logsource;
	readonly dataSources: readonly string[];
	readonly tables: readonly string[];
	readonly sources: readonly Pick<QuerySource, "kind" | "name">[];
	/** One entry per value, negated ones left out. */
	readonly predicates: readonly {
		readonly field: string | null;
		readonly canonical: string | null;
		readonly op: PredicateOperator;
		readonly value: PredicateValue;
		/** Which of the sources the field belongs to, where the query tells. */
		readonly source?: string | null;
	}[];
	/** What each of the rule's restatements says, where these have different log sources; counts in place of the rule's own. */
	readonly parts?: readonly Pick<EventEvidence, "logsource" | "predicates">[];
}

/** Tells events from evidence. */
export interface EventTable {
	/** In order of provider and event, without doubles; empty where the evidence names none. */
	resolve(evidence: EventEvidence): readonly EventIdentity[];
}

import type { AttackDomain, Citation } from "../model/attack";

/** What every STIX object has that is kept. */
export interface StixIdentity {
	/** `attack-pattern--…`. */
	readonly stixId: string;
	/** ISO time of this version of the object, "" where unknown: of two versions the later one counts. */
	readonly modified: string;
	/** Revoked or deprecated. */
	readonly retired: boolean;
	readonly file: string;
}

/** An object that ATT&CK knows by an id. */
interface StixNamed extends StixIdentity {
	/** `T1021.004`, `TA0008`, `G0032`; "" where the type may go without one and does. */
	readonly attackId: string;
	readonly name: string;
	readonly url: string | null;
}

/** `attack-pattern`. */
export interface StixTechnique extends StixNamed {
	readonly kind: "technique";
	readonly domain: AttackDomain;
	/** Short names of tactics, as `kill_chain_phases` has them. */
	readonly phases: readonly string[];
	readonly platforms: readonly string[];
	readonly version: string | null;
	/** ISO dates. */
	readonly created: string | null;
	readonly lastModified: string | null;
	readonly description: string;
	readonly detection: string;
	/** `x_mitre_data_sources`: `Process: Process Creation`, or older free words. */
	readonly dataSources: readonly string[];
	readonly defensesBypassed: readonly string[];
	readonly citations: readonly Citation[];
}

/** `x-mitre-tactic`. */
export interface StixTactic extends StixNamed {
	readonly kind: "tactic";
	readonly domain: AttackDomain;
	readonly shortName: string;
}

/** `x-mitre-matrix`. */
export interface StixMatrix extends StixIdentity {
	readonly kind: "matrix";
	readonly domain: AttackDomain;
	readonly tacticRefs: readonly string[];
}

/** `course-of-action`, `intrusion-set`, `malware`, `tool`, `campaign`. */
export interface StixActor extends StixNamed {
	readonly kind: "mitigation" | "group" | "software" | "campaign";
	readonly aliases: readonly string[];
}

/** `x-mitre-data-source`. */
export interface StixDataSource extends StixNamed {
	readonly kind: "data-source";
}

/** `x-mitre-data-component`. */
export interface StixDataComponent extends StixNamed {
	readonly kind: "data-component";
	readonly dataSourceRef: string | null;
}

/** `x-mitre-detection-strategy`. */
export interface StixStrategy extends StixNamed {
	readonly kind: "strategy";
	readonly analyticRefs: readonly string[];
}

/** One of an analytic's `x_mitre_log_source_references`. */
export interface StixLogSource {
	readonly componentRef: string | null;
	readonly name: string;
	readonly channel: string | null;
}

/** `x-mitre-analytic`. */
export interface StixAnalytic extends StixNamed {
	readonly kind: "analytic";
	readonly platforms: readonly string[];
	readonly description: string;
	readonly logSources: readonly StixLogSource[];
	readonly mutableElements: readonly { readonly field: string; readonly description: string }[];
	readonly citations: readonly Citation[];
}

/** `relationship` of a type that is used. */
export interface StixRelationship extends StixIdentity {
	readonly kind: "relationship";
	readonly type: RelationshipType;
	readonly sourceRef: string;
	readonly targetRef: string;
	readonly description: string;
	readonly citations: readonly Citation[];
}

/** The relations that notes are written from. */
export const RELATIONSHIP_TYPES = [
	"uses",
	"mitigates",
	"detects",
	"subtechnique-of",
	"revoked-by",
	"attributed-to",
] as const;
/** One of the relations that notes are written from. */
export type RelationshipType = (typeof RELATIONSHIP_TYPES)[number];

/** `x-mitre-collection`: which release a bundle is. */
export interface StixCollection extends StixIdentity {
	readonly kind: "collection";
	readonly domain: AttackDomain;
	readonly version: string;
}

/** `marking-definition` with a statement. */
export interface StixMarking extends StixIdentity {
	readonly kind: "marking";
	readonly statement: string;
}

/** One STIX object, reduced to what notes are written from. */
export type StixRecord =
	| StixTechnique
	| StixTactic
	| StixMatrix
	| StixActor
	| StixDataSource
	| StixDataComponent
	| StixStrategy
	| StixAnalytic
	| StixRelationship
	| StixCollection
	| StixMarking;

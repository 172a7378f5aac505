/** The three ATT&CK domains, in the order in which catalogues are merged. */
export type AttackDomain = "enterprise" | "mobile" | "ics";

/** A work that ATT&CK cites: the footnote's text and address. */
export interface Citation {
	readonly name: string;
	readonly description: string;
	readonly url: string | null;
}

/** A column of the matrix. */
export interface Tactic {
	/** `TA0008`. */
	readonly id: string;
	/** `lateral-movement`; unique within a domain. */
	readonly shortName: string;
	readonly name: string;
	readonly domain: AttackDomain;
	/** Position in the matrix object's `tactic_refs`, from 0. */
	readonly order: number;
	readonly url: string | null;
}

/** Another ATT&CK object that relates to a technique, with what the relation says. */
export interface AttackUse {
	/** `G0032`, `S0002`, `C0024`, `M1042`. */
	readonly id: string;
	readonly name: string;
	readonly url: string | null;
	/** ATT&CK Markdown with citations, "" where the relation says nothing. */
	readonly description: string;
	readonly citations: readonly Citation[];
}

/** A data component, with the log sources that carry it. */
export interface DataComponent {
	/** `DC0032`, null before v18. */
	readonly id: string | null;
	readonly name: string;
	/** Name of the data source it belongs to, null since v18. */
	readonly dataSource: string | null;
	readonly url: string | null;
}

/** A log source that an analytic reads (ATT&CK v18 and later). */
export interface AttackLogSource {
	readonly dataComponent: DataComponent | null;
	readonly name: string;
	readonly channel: string | null;
}

/** A tunable of an analytic (`x_mitre_mutable_elements`). */
export interface MutableElement {
	readonly field: string;
	readonly description: string;
}

/** One analytic of a detection strategy (ATT&CK v18 and later). */
export interface Analytic {
	/** `AN0123`. */
	readonly id: string;
	readonly name: string;
	readonly platforms: readonly string[];
	readonly description: string;
	readonly logSources: readonly AttackLogSource[];
	readonly mutableElements: readonly MutableElement[];
	readonly citations: readonly Citation[];
}

/** A detection strategy and its analytics (ATT&CK v18 and later). */
export interface DetectionStrategy {
	/** `DET0123`. */
	readonly id: string;
	readonly name: string;
	readonly url: string | null;
	readonly analytics: readonly Analytic[];
}

/** What a data component's `detects` relation says about a technique (ATT&CK v17 and earlier). */
export interface ComponentDetection {
	readonly component: DataComponent;
	/** ATT&CK Markdown with citations, never "". */
	readonly description: string;
	readonly citations: readonly Citation[];
}

/** An ATT&CK attack pattern that is neither revoked nor deprecated. Sub-techniques are techniques with a parent. */
export interface Technique {
	/** `T1021.004`. */
	readonly id: string;
	/** `SSH`, without the parent's name. */
	readonly name: string;
	/** `T1021`, null for a technique that has no parent. */
	readonly parent: string | null;
	readonly parentName: string | null;
	readonly domain: AttackDomain;
	/** Tactics in the matrix's order. */
	readonly tactics: readonly Tactic[];
	readonly platforms: readonly string[];
	/** The technique's own version (`1.2`), as text. */
	readonly version: string | null;
	/** ISO dates. */
	readonly created: string | null;
	readonly lastModified: string | null;
	readonly url: string | null;
	/** ATT&CK Markdown, not yet made safe: `(Citation: …)`, `<code>`, links to attack.mitre.org. */
	readonly description: string;
	/** Detection prose of v17 and earlier, "" where absent. */
	readonly detection: string;
	readonly componentDetections: readonly ComponentDetection[];
	readonly detectionStrategies: readonly DetectionStrategy[];
	readonly defensesBypassed: readonly string[];
	/** Components that detect it, from `detects` relations, analytics or `x_mitre_data_sources`. */
	readonly dataComponents: readonly DataComponent[];
	readonly mitigations: readonly AttackUse[];
	readonly groups: readonly AttackUse[];
	readonly software: readonly AttackUse[];
	readonly campaigns: readonly AttackUse[];
	readonly citations: readonly Citation[];
	/** Ids that were revoked in favour of this one. */
	readonly formerIds: readonly string[];
}

/** An id that is no longer in use. */
export interface RetiredTechnique {
	readonly id: string;
	readonly name: string;
	/**
	 * The active successor after following every `revoked-by`, or the retired one at which the way parts; null for a deprecated one, and
	 * where one of several `choices` is yet to be chosen.
	 */
	readonly successor: string | null;
	/** Ids of the techniques that took its place together, sorted; absent where there are not several. */
	readonly choices?: readonly string[];
	/** Whether the successor is a person's answer, which later bundles do not overrule. */
	readonly chosen?: true;
	readonly url: string | null;
}

/** A group, campaign or piece of software with the techniques it uses. */
export interface AttackActor {
	readonly kind: "group" | "campaign" | "software";
	readonly id: string;
	readonly name: string;
	readonly aliases: readonly string[];
	readonly url: string | null;
	/** Ids of techniques used, sorted. */
	readonly techniques: readonly string[];
	/** Ids of the groups that a campaign is attributed to, sorted; empty for the other kinds. */
	readonly attributedTo: readonly string[];
}

/** What one or several bundles say, ready to become notes. */
export interface AttackCatalog {
	/** From `x-mitre-collection`, else from the caller, else null: never guessed. By domain, since bundles differ. */
	readonly versions: ReadonlyMap<AttackDomain, string>;
	/** In the matrix's order, enterprise first. */
	readonly tactics: readonly Tactic[];
	/** Sorted by id. */
	readonly techniques: readonly Technique[];
	/** Revoked and deprecated ones, sorted by id. */
	readonly retired: readonly RetiredTechnique[];
	/** Sorted by id. */
	readonly actors: readonly AttackActor[];
	/** The bundles' copyright statements, which every copy has to carry; without doubles. */
	readonly notices: readonly string[];
}

/** The vendors whose rule files are understood, in the order in which panels list them. */
export const VENDORS = ["sigma", "elastic", "splunk", "kusto", "yara-l"] as const;
/** One vendor, as notes, panels and the command line spell it. */
export type Vendor = (typeof VENDORS)[number];

/** Languages that a rule's query is written in. */
export type QueryLanguage =
	"sigma" | "eql" | "kuery" | "lucene" | "esql" | "spl" | "kql" | "yara-l" | "sql";

/** Severity levels, least first. */
export const LEVELS = ["informational", "low", "medium", "high", "critical"] as const;
/** A rule's severity, normalised to Sigma's five words. */
export type Level = (typeof LEVELS)[number];

/** What a vendor's file states: a rule that alerts, or one of its kin. */
export type RuleKind =
	"rule" | "building-block" | "hunt" | "correlation" | "filter" | "machine-learning";

/** Sigma's logsource; other vendors' data is normalised to it where that is plain, else null. */
export interface Logsource {
	readonly product: string | null;
	readonly service: string | null;
	readonly category: string | null;
}

/** One query of a rule, verbatim. */
export interface RuleQuery {
	readonly language: QueryLanguage;
	readonly text: string;
	/** 1-based line in the source file on which the query text starts. */
	readonly line: number;
	/** 1-based column on that line on which it starts, in UTF-16 units; 1 where absent. */
	readonly column?: number;
	/** Which product or table this restatement is for, null where the rule has one query. */
	readonly label: string | null;
	/** The log source of this restatement, where the rule's restatements have different ones. */
	readonly logsource?: Logsource;
}

/** A passage of a rule that people read: an investigation guide, set-up steps, implementation advice. */
export interface RuleProse {
	readonly heading: string;
	/** Markdown as upstream has it, not yet made safe. */
	readonly text: string;
}

/** A link from a rule to another rule, as Sigma's `related` states it. */
export interface RelatedRule {
	readonly id: string;
	/** `derived`, `obsolete`, `merged`, `renamed`, `similar`, or the vendor's word in lower case. */
	readonly type: string;
}

/** A link from a rule to an atomic test, as Sigma's `simulation` states it. */
export interface RuleSimulation {
	readonly technique: string | null;
	readonly name: string | null;
	/** GUID of the atomic test, lower case. */
	readonly guid: string | null;
}

/** One detection of one vendor: metadata, and its text verbatim. */
export interface Rule {
	/** Upstream's id, else made from vendor, file name and ordinal. Never from the folder. */
	readonly id: string;
	readonly vendor: Vendor;
	readonly kind: RuleKind;
	/** Language of the (first) query, null where there is none. */
	readonly language: QueryLanguage | null;
	readonly title: string;
	/** Markdown or plain text as upstream has it, "" where absent. */
	readonly description: string;
	/** The vendor's word in lower case, or `deprecated` / `unsupported` from such an upstream folder. */
	readonly status: string | null;
	readonly level: Level | null;
	/** Only where the vendor states one. */
	readonly confidence: string | null;
	/** Technique ids in upper case with a dot, as the rule names them (not resolved), in order, without doubles. */
	readonly techniques: readonly string[];
	/** Tactic short names (`lateral-movement`) or ids (`TA0008`), in order, without doubles. */
	readonly tactics: readonly string[];
	readonly logsource: Logsource;
	/** Kinds of data the vendor names, in its own words. */
	readonly dataSources: readonly string[];
	/** Tables, indices or data models the rule reads, where its metadata states them. */
	readonly tables: readonly string[];
	readonly author: string | null;
	readonly license: string | null;
	/** Upstream's version, null where it has none. */
	readonly sourceRef: string | null;
	/** ISO date (`YYYY-MM-DD`) or null. */
	readonly created: string | null;
	readonly lastModified: string | null;
	readonly references: readonly string[];
	readonly falsePositives: readonly string[];
	/** Upstream's tags that are neither technique nor tactic, as written (`cve.2021-44228`, `car.2016-04-005`). */
	readonly otherTags: readonly string[];
	readonly related: readonly RelatedRule[];
	readonly simulations: readonly RuleSimulation[];
	/** Upstream's regression test folder or file, null where it has none. */
	readonly regressionTests: string | null;
	readonly prose: readonly RuleProse[];
	readonly queries: readonly RuleQuery[];
	/** Parts of its condition that no query states, a clause each. */
	readonly leftOut?: readonly string[];
	/** Whether its queries find what is counted, or compared with what was seen before, so that no single event decides. */
	readonly isCounted?: boolean;
	/** The rule's source text, verbatim: the YAML document, the TOML file, the YARA-L rule, the Kusto section. */
	readonly text: string;
	/** Language of `text` as a fence names it: `yaml`, `toml`, `json`, `ini`, `spl`, `kql`, `bicep`, `yara-l`, `markdown`. */
	readonly textLanguage:
		"yaml" | "toml" | "json" | "ini" | "spl" | "kql" | "bicep" | "yara-l" | "markdown";
	/** The file as the user named it, with the path inside it. */
	readonly file: string;
	/** 1-based line in the file on which `text` starts. */
	readonly line: number;
}

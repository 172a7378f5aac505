import type { JsonObjectSpan } from "./scan-json-objects";
import type { Problem } from "../model/problem";
import type { Rule, Vendor } from "../model/rule";
import type { Table } from "../formats/values";
import type { TomlResult } from "../formats/toml";
import type { YamlFailure } from "../formats/yaml";

/** A file that may hold rules, decoded. */
export interface RuleFile {
	/** The file as the user named it, with the path inside it; goes into rules and problems. */
	readonly file: string;
	/** The path inside what the user named; its last part is the file name, its folders can state a status. */
	readonly path: string;
	readonly text: string;
}

/** One YAML document of a file, parsed or failed; `line` is where its text starts, a failure's line is the file's own. */
export type RuleYamlDocument = {
	/** The document's own text, without the `---` that separates it. */
	readonly text: string;
	readonly line: number;
} & (
	| { readonly ok: true; readonly value: unknown }
	| { readonly ok: false; readonly failure: YamlFailure }
);

/** One JSON value of a file (the whole file, or a line of NDJSON), parsed or failed. */
export type RuleJsonDocument = {
	readonly text: string;
	readonly line: number;
} & (
	{ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }
);

/** A rule file parsed once, in the format that its content has; every vendor's recogniser looks at the same one. */
export type ParsedRuleFile = RuleFile &
	(
		| { readonly format: "yaml"; readonly documents: readonly RuleYamlDocument[] }
		| { readonly format: "toml"; readonly toml: TomlResult }
		| {
				readonly format: "json";
				readonly documents: readonly RuleJsonDocument[];
				/** Its objects and where they are; found when first asked for. */
				readonly objects: () => readonly JsonObjectSpan[];
		  }
		| { readonly format: "markdown" }
		/** Anything else that is text: KQL, YARA-L, reference lists, CSV. */
		| { readonly format: "text" }
	);

/** A file that is JSON. */
export type ParsedJsonFile = Extract<ParsedRuleFile, { readonly format: "json" }>;

/** What a vendor's reader made of a file: all rules it understood, and all problems it met. */
export interface RuleReading {
	readonly rules: readonly Rule[];
	readonly problems: readonly Problem[];
}

/** A file beside the rules that later steps can use: it holds no rule, and is not skipped either. */
export type RuleContext =
	| {
			readonly what: "splunk-macro";
			/** Name without its argument count. */
			readonly name: string;
			readonly arguments: readonly string[];
			readonly definition: string;
			readonly description: string;
	  }
	| {
			readonly what: "reference-list" | "splunk-lookup-table";
			/** Name as rules refer to it. */
			readonly name: string;
			/** The list's entries, or the table's lines, verbatim; comments and empty lines left out. */
			readonly values: readonly string[];
	  }
	| {
			readonly what:
				| "splunk-lookup"
				| "splunk-data-source"
				| "splunk-story"
				| "splunk-other"
				| "sentinel-watchlist"
				| "kusto-function"
				| "elastic-other";
			readonly name: string;
			/** The file's own table, as parsed. */
			readonly value: Table;
	  }
	| {
			readonly what: "sigma-regression";
			readonly name: string;
			/** Ids of the rules that the sample events must fire. */
			readonly rules: readonly string[];
	  }
	| {
			/** An event in JSON that a rule's regression test reads. */
			readonly what: "sample-event";
			readonly name: string;
	  };

/** What one file turned out to be. */
export type RuleFileKind =
	| { readonly kind: "rules"; readonly vendor: Vendor; readonly reading: RuleReading }
	| {
			readonly kind: "context";
			readonly contexts: readonly RuleContext[];
			readonly problems: readonly Problem[];
	  }
	| {
			readonly kind: "none";
			/** Why, for a person: one clause without a full stop. */
			readonly reason: string;
			readonly problems: readonly Problem[];
	  };

/**
 * How one vendor's files are known and read: by content alone, without throwing.
 *
 * A document that does not parse, or a file that nobody recognises, is reported by `readRuleFile` for all vendors alike.
 */
export interface RuleVendorReader {
	readonly vendor: Vendor;
	/**
	 * Gives the way to read the file where at least one rule of this vendor stands in it (a rule with mistakes counts), else undefined.
	 * Reading goes on from what recognising found out; documents of the file that are no rule become problems.
	 */
	recognise(file: ParsedRuleFile): (() => RuleReading) | undefined;
	/** Gives what a file of this vendor that holds no rule is good for, or an empty list. */
	readContexts(file: ParsedRuleFile): readonly RuleContext[];
	/** Says, for a person, what an unrecognised file of this vendor's surroundings is ("a Sentinel playbook"), or undefined. */
	describe?(file: ParsedRuleFile): string | undefined;
}

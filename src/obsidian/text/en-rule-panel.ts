import type { PredicateOperator } from "../../core/model/predicate";
import type { FormatNumber } from "./counts";

const QUERY = {
	condition: "Condition",
	query: "Query",
	/** Of several queries, `Query for Sentinel`, `Query for Sentinel, 2` or `Query 2`. */
	nameQuery: (title: string, label: string | null, number: number | null) =>
		label === null
			? `${title}${number === null ? "" : ` ${String(number)}`}`
			: `${title} for ${label}${number === null ? "" : `, ${String(number)}`}`,
	copyQuery: "Copy the query",
};

const MATCHED = "Where all of these match";
const ADDED = "The first, with what matches of the others";
const EACH = "Each of these";

/** How the parts of a join are matched, by the words of query languages. */
const JOINS: Readonly<Record<string, string>> = {
	...{ inner: MATCHED, innerunique: MATCHED, join: MATCHED, transaction: MATCHED },
	...{ leftouter: ADDED, left: ADDED, outer: ADDED, lookup: ADDED },
	...{ union: EACH, append: EACH, statements: EACH, or: EACH },
	fullouter: "All of these, matched where they can be",
	rightouter: "The second, with what matches of the first",
	leftanti: "The first, where nothing of the second matches",
	anti: "The first, where nothing of the second matches",
	leftantisemi: "The first, where nothing of the second matches",
	rightanti: "The second, where nothing of the first matches",
	rightantisemi: "The second, where nothing of the first matches",
	leftsemi: "The first, where the second matches",
	rightsemi: "The second, where the first matches",
	subquery: "With a subquery",
	subsearch: "With a subsearch",
	stage: "In stages",
};

/** Text of a rule's own panel, and the words for conditions that all panels share. */
export function rulePanelText(number: FormatNumber) {
	return {
		and: "and",
		or: "or",
		not: "not",
		operators: {
			...{ eq: "is", ne: "is not", contains: "contains", starts_with: "starts with" },
			...{ ends_with: "ends with", wildcard: "is like", regex_match: "matches regex" },
			...{ match: "has the words", in: "is one of", cidr_match: "is in network" },
			...{ gt: "is greater than", ge: "is at least", lt: "is less than", le: "is at most" },
			...{ is_null: "is empty", exists: "exists" },
		},
		/** The same of several alternatives, where it reads otherwise then. */
		operatorsOfMany: {
			...{ eq: "is any of", contains: "contains any of", starts_with: "starts with any of" },
			...{ ends_with: "ends with any of", wildcard: "is like any of" },
			...{ regex_match: "matches any regex of", match: "has any of the words" },
			cidr_match: "is in any network of",
		} as Partial<Record<PredicateOperator, string>>,
		groups: {
			...{ all: "All of", any: "Any of", none: "None of", "at-least": "At least" },
			...{ sequence: "In this order", sample: "In any order", until: "Until", event: "An event" },
			...{ absent: "No event", count: "Grouped by", then: "In steps" },
			...{ join: "Together", "new-terms": "Values not seen before", always: "Every event" },
			"threat-match": "Matches an indicator feed",
		},
		joins: JOINS,
		countedOverAll: "Counted over all",
		perValueOf: (fields: string) => `by ${fields}`,
		within: (time: string) => `within ${time}`,
		inner: { all: "with all of", any: "with any of" },
		notUnderstood: "not understood:",
		atLeast: (count: string) => `At least ${count} of`,
		rule: {
			...QUERY,
			indicators: "Indicators",
			exclusions: "Exclusions",
			events: "Events",
			sources: "Data sources",
			tables: "Required tables",
			falsePositives: "False positives",
			advice: "Tuning and advice",
			others: "Rules of other vendors for the same techniques",
			related: "Related rules",
			remarks: "Remarks on its text",
			vendor: "Vendor",
			language: "Language",
			level: "Severity",
			status: "Status",
			confidence: "Confidence",
			understood: "Understood",
			notUnderstood: "Not understood",
			noIndicators: "This rule looks for no value of its own.",
			noExclusions: "This rule excludes nothing.",
			noEvents: "This rule names no events that are known.",
			noQuery: "This rule has no query.",
			noOthers: "No other vendor has a rule for it in this vault.",
			noRelated: "No other rule looks for the same values.",
			reading: "Reading the rule",
			problemLine: (line: number) => `Line ${number(line)}`,
			problemPlace: (line: number, column: number) =>
				`Line ${number(line)}, column ${number(column)}`,
			relatedRules: (count: number) =>
				count === 1 ? "1 related rule" : `${number(count)} related rules`,
			shared: "Shared indicators",
			sharedNumber: "Shared",
			sharedTechniques: "Shared techniques",
			reachOf: (count: number) => (count === 1 ? "in 1 rule" : `in ${number(count)} rules`),
			fold: (parts: number) => (parts === 1 ? "1 part" : `${number(parts)} parts`),
			moreValues: (count: number) => `Show ${number(count)} more values`,
			shares: {
				full: "in full",
				partial: "in part",
				opaque: "not at all",
				none: "has no query",
			},
			severities: { error: "error", warning: "warning", info: "note" },
		},
	};
}

import { asTable, asText, ownValue, type Table } from "../../formats/values";

/** What a table of Splunk's security content is; `none` for anything else. */
export type SplunkKind =
	"detection" | "macro" | "lookup" | "data-source" | "story" | "baseline" | "none";

/** Keys that stand in a detection and in no other vendor's rule. */
const DETECTION_KEYS = [
	"how_to_implement",
	"known_false_positives",
	"data_source",
	"data_sources",
	"datamodel",
	"drilldown_searches",
	"rba",
	"eli5",
] as const;

/** Keys of a detection's `tags` table. */
const TAG_KEYS = ["analytic_story", "asset_type", "security_domain", "mitre_attack_id"] as const;

/** Types of content that have a search and alert on nothing. */
const HELPER_TYPES: ReadonlySet<string> = new Set(["baseline", "investigation", "response"]);

/**
 * Tells which kind of Splunk security content a YAML table is, by its keys.
 *
 * A detection of any generation has a search, or lost it, beside keys that no other vendor has: `how_to_implement`,
 * `known_false_positives`, `data_source`, `tags.analytic_story`, `detect.splunk` (2019). Source: splunk/contentctl, object definitions.
 */
export function recogniseSplunk(value: unknown): SplunkKind {
	const table = asTable(value);
	if (table === undefined || asText(ownValue(table, "name")) === undefined) return "none";
	const marks = countDetectionMarks(table);
	const hasSearch = readSplunkSearch(table) !== undefined;
	if (marks >= 2 || (hasSearch && marks === 1)) {
		const type = asText(ownValue(table, "type"))?.toLowerCase() ?? "";
		return HELPER_TYPES.has(type) || !isDetection(table, hasSearch) ? "baseline" : "detection";
	}
	return recogniseHelper(table);
}

/** Gives a detection's search, where any generation of the format keeps it. */
export function readSplunkSearch(table: Table): string | undefined {
	const search = ownValue(table, "search");
	if (typeof search === "string" && search.trim() !== "") return search;
	const rule = asTable(followKeys(table, ["detect", "splunk", "correlation_rule"]));
	const old = rule === undefined ? undefined : ownValue(rule, "search");
	return typeof old === "string" && old.trim() !== "" ? old : undefined;
}

/** Gives the value that keys lead to through nested tables, undefined where one of them is missing or leads to no table. */
export function followKeys(table: Table, keys: readonly string[]): unknown {
	let value: unknown = table;
	for (const key of keys) {
		const inner = asTable(value);
		if (inner === undefined) return undefined;
		value = ownValue(inner, key);
	}
	return value;
}

function countDetectionMarks(table: Table): number {
	const tags = asTable(ownValue(table, "tags"));
	const own = DETECTION_KEYS.filter((key) => Object.hasOwn(table, key)).length;
	const tagged = tags === undefined ? 0 : TAG_KEYS.filter((key) => Object.hasOwn(tags, key)).length;
	const old = asTable(followKeys(table, ["detect", "splunk"])) === undefined ? 0 : 2;
	return own + tagged + old;
}

/** Baselines and investigations of 2019 say `baseline:` or `investigate:` where a detection says `detect:`. */
function isDetection(table: Table, hasSearch: boolean): boolean {
	if (asTable(ownValue(table, "detect")) !== undefined) return true;
	if (Object.hasOwn(table, "baseline") || Object.hasOwn(table, "investigate")) return false;
	return hasSearch || Object.hasOwn(table, "search") || !Object.hasOwn(table, "narrative");
}

function recogniseHelper(table: Table): SplunkKind {
	const has = (key: string): boolean => Object.hasOwn(table, key);
	if (has("narrative")) return "story";
	if (has("definition") && !has("detection") && !has("query")) return "macro";
	if (has("sourcetype") && (has("supported_TA") || has("fields") || has("separator")))
		return "data-source";
	if (has("lookup_type") || has("filename") || (has("collection") && has("fields_list")))
		return "lookup";
	if (has("search") && asText(ownValue(table, "type"))?.toLowerCase() === "baseline")
		return "baseline";
	return "none";
}

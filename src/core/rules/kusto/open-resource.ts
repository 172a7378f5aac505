import { asTable, asTables, asText, ownValue, type Table } from "../../formats/values";
import type { Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";
import { isDefenderDetection, readDefenderDetection } from "./read-defender-detection";
import { isSentinelRule, readSentinelRule, type RuleSource } from "./read-sentinel-rule";

/** A rule of Sentinel or Defender in a table. */
export interface OpenedRule {
	/** The rule's own table: an ARM resource's `properties`. */
	readonly properties: Table;
	readonly language: "sentinel" | "defender";
	/** Id and kind that stand outside of the rule's own table. */
	readonly id: string | undefined;
	readonly kind: string | undefined;
}

/**
 * Opens a table that is a rule, or a resource around one as ARM templates, exports and the APIs have them; undefined for any other.
 * Sources: Microsoft.SecurityInsights/alertRules, Microsoft.Security/detectionRules, Microsoft Graph's `detectionRule`.
 */
export function openRule(table: Table): OpenedRule | undefined {
	const properties = asTable(ownValue(table, "properties"));
	const outer = { id: readResourceId(table), kind: asText(ownValue(table, "kind")) };
	const own = properties ?? table;
	if (isDefenderDetection(own)) return { ...outer, properties: own, language: "defender" };
	if (properties === undefined)
		return isSentinelRule(table)
			? { ...outer, properties: table, language: "sentinel" }
			: undefined;
	const type = asText(ownValue(table, "type")) ?? "";
	if (/\/savedSearches$/i.test(type)) {
		const hunt = readSavedSearch(properties);
		return hunt && { ...outer, properties: hunt, language: "sentinel" };
	}
	const isAlertRule = type === "" || /\/alertRule(?:s|Templates)$/i.test(type);
	return isAlertRule && isSentinelRule(properties)
		? { ...outer, properties, language: "sentinel" }
		: undefined;
}

/** Reads a rule that was opened. */
export function readOpenedRule(
	{ properties, language, id, kind }: OpenedRule,
	place: Omit<RuleSource, "id" | "kind">,
): { readonly rule: Rule; readonly problems: readonly Problem[] } {
	const source = { ...place, id, kind };
	return language === "defender"
		? readDefenderDetection(source, properties)
		: readSentinelRule(source, properties);
}

/** A hunting query of a workspace keeps its description, tactics and techniques in tags. */
function readSavedSearch(properties: Table): Table | undefined {
	const tags = new Map<string, string>();
	for (const tag of asTables(ownValue(properties, "tags"))) {
		const name = asText(ownValue(tag, "name"));
		const value = asText(ownValue(tag, "value"));
		if (name !== undefined && value !== undefined) tags.set(name.toLowerCase(), value);
	}
	const category = asText(ownValue(properties, "category")) ?? "";
	const isHunt = /^hunting/i.test(category) || tags.has("tactics");
	if (!isHunt || typeof ownValue(properties, "query") !== "string") return undefined;
	const list = (name: string): string[] =>
		(tags.get(name) ?? "").split(",").filter((word) => word.trim() !== "");
	return {
		name: ownValue(properties, "displayName"),
		query: ownValue(properties, "query"),
		description: tags.get("description"),
		tactics: list("tactics"),
		techniques: list("techniques"),
	};
}

/** An export's resource name or id ends in the rule's GUID, inside an expression. */
function readResourceId(table: Table): string | undefined {
	for (const key of ["name", "id"]) {
		const text = asText(ownValue(table, key)) ?? "";
		const guid =
			/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?!.*[0-9a-f]{8}-)/i.exec(text);
		if (guid !== null) return guid[0].toLowerCase();
		if (/^[\w-]{6,100}$/.test(text)) return text;
	}
	return undefined;
}

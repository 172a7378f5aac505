import { asTable, asTables, asText, ownValue, type Table } from "../../formats/values";
import type { Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";
import { indexLines } from "../../text/line-index";
import { findJsonObjects } from "../find-json-objects";
import type { ParsedJsonFile, RuleFile, RuleReading } from "../rule-reader";
import type { JsonObjectSpan } from "../scan-json-objects";
import { isDefenderDetection, readDefenderDetection } from "./read-defender-detection";
import { isSentinelRule, readSentinelRule, type RuleSource } from "./read-sentinel-rule";

/** A rule in a JSON text. */
export interface FoundRule {
	readonly span: JsonObjectSpan;
	readonly table: Table;
	/** The rule's own table: an ARM resource's `properties`. */
	readonly properties: Table;
	readonly language: "sentinel" | "defender";
}

/** Finds the Sentinel and Defender rules of a JSON file. */
export function findKustoJson(file: ParsedJsonFile): readonly FoundRule[] {
	return /"(?:query|queryText|alertTemplate)"\s*:/.test(file.text)
		? findJsonObjects(file, looksLikeRule, readRule)
		: [];
}

/**
 * Reads the rules of a JSON file: ARM templates and exports with `alertRules` or hunting queries (`savedSearches`) at any depth, API
 * answers, and lists of custom detections from Microsoft Graph. Of several rules each has its own object as text.
 */
export function readKustoJson(file: RuleFile, found: readonly FoundRule[]): RuleReading {
	const lines = indexLines(file.text);
	const rules: Rule[] = [];
	const problems: Problem[] = [];
	for (const [index, { span, table, properties, language }] of found.entries()) {
		const alone = found.length === 1;
		const key = language === "defender" ? /"queryText"\s*:/ : /"query"\s*:/;
		const at = span.start + Math.max(0, file.text.slice(span.start, span.end).search(key));
		const source: RuleSource = {
			file,
			text: alone ? file.text : file.text.slice(span.start, span.end),
			textLanguage: "json",
			line: alone ? 1 : lines.positionAt(span.start).line,
			queryLine: lines.positionAt(at).line,
			ordinal: index + 1,
			id: readResourceId(table),
			kind: asText(ownValue(table, "kind")),
		};
		const reading =
			language === "defender"
				? readDefenderDetection(source, properties)
				: readSentinelRule(source, properties);
		rules.push(reading.rule);
		problems.push(...reading.problems);
	}
	return { rules, problems };
}

function looksLikeRule(keys: ReadonlySet<string>): boolean {
	if (keys.has("queryCondition") || keys.has("detectionAction")) return true;
	if (keys.has("properties")) return keys.has("type") || keys.has("kind");
	return keys.has("query") && (keys.has("name") || keys.has("displayName"));
}

function readRule(table: Table, span: JsonObjectSpan): FoundRule | undefined {
	if (isDefenderDetection(table)) return { span, table, properties: table, language: "defender" };
	const properties = asTable(ownValue(table, "properties"));
	if (properties === undefined) {
		return isSentinelRule(table)
			? { span, table, properties: table, language: "sentinel" }
			: undefined;
	}
	const type = asText(ownValue(table, "type")) ?? "";
	if (/\/savedSearches$/i.test(type)) {
		const hunt = readSavedSearch(properties);
		return hunt === undefined ? undefined : { span, table, properties: hunt, language: "sentinel" };
	}
	const isAlertRule = type === "" || /\/alertRule(?:s|Templates)$/i.test(type);
	return isAlertRule && isSentinelRule(properties)
		? { span, table, properties, language: "sentinel" }
		: undefined;
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

import { normaliseDate } from "../../formats/dates";
import { asTable, asTables, asText, asTexts, ownValue, type Table } from "../../formats/values";
import { problemOf, type Problem, type ProblemCode } from "../../model/problem";
import type { Rule, RuleKind, RuleProse, RuleQuery } from "../../model/rule";
import { findTechniqueIds, parentTechniqueId } from "../../text/technique-ids";
import { cleanLine, titleFromFileName } from "../plain-names";
import { createRuleId, normaliseLevel, normaliseTactic, statusFromFolder } from "../rule-metadata";
import type { RuleFile } from "../rule-reader";
import { readKustoLogsource } from "./read-kusto-logsource";
import { readSourceTables } from "./read-source-tables";
import { skimKql } from "./skim-kql";

/** Where a rule's text stands in its file. */
export interface RuleSource {
	readonly file: RuleFile;
	/** The rule's text, verbatim, and its 1-based first line. */
	readonly text: string;
	readonly textLanguage: Rule["textLanguage"];
	readonly line: number;
	/** 1-based line on which the query starts. */
	readonly queryLine: number;
	/** 1-based place among the file's rules. */
	readonly ordinal: number;
	/** The id that the file gives outside the rule's own table (an ARM resource's name). */
	readonly id?: string | undefined;
	/** The rule's kind in Sentinel where it stands outside the table (`Scheduled`, `NRT`, `MLBehaviorAnalytics`). */
	readonly kind?: string | undefined;
}

/** Kinds of Sentinel rules that have no query: Microsoft's own models and forwarding. */
const MODEL_KINDS =
	/^(?:fusion|mlbehavioranalytics|threatintelligence|microsoftsecurityincidentcreation)$/i;

/** Whether a table is a Sentinel analytic rule or hunting query, as YAML templates and the API's `properties` have them. */
export function isSentinelRule(table: Table): boolean {
	const title = asText(ownValue(table, "name")) ?? asText(ownValue(table, "displayName"));
	if (title === undefined || Object.hasOwn(table, "functionAlias")) return false;
	const marks = [
		"tactics",
		"relevantTechniques",
		"techniques",
		"requiredDataConnectors",
		"queryFrequency",
		"triggerOperator",
		"entityMappings",
		"severity",
	].filter((key) => Object.hasOwn(table, key)).length;
	const kind = asText(ownValue(table, "kind")) ?? "";
	const hasQuery = typeof ownValue(table, "query") === "string";
	return hasQuery ? marks >= 1 : marks >= 2 || (marks === 1 && MODEL_KINDS.test(kind));
}

/**
 * Reads a Sentinel analytic rule or hunting query.
 *
 * A template without `kind`, trigger and frequency is a hunting query. `tables` are the data types of the connectors it requires
 * (`SecurityAlert (MCAS)` gives `SecurityAlert`, a template's `YourDataType` nothing), else the tables its query starts from. Sources:
 * Azure/Azure-Sentinel, query style guide; Microsoft.SecurityInsights/alertRules.
 */
export function readSentinelRule(
	source: RuleSource,
	table: Table,
): { readonly rule: Rule; readonly problems: readonly Problem[] } {
	const text = (key: string): string | null => asText(ownValue(table, key)) ?? null;
	const metadata = asTable(ownValue(table, "metadata")) ?? {};
	const query = ownValue(table, "query");
	const queries: RuleQuery[] =
		typeof query === "string" && query.trim() !== ""
			? [{ language: "kql", text: unquoteQuery(query), line: source.queryLine, label: null }]
			: [];
	const techniques = readTechniques(table);
	const connectors = readConnectors(table);
	const tables =
		connectors.tables.length > 0
			? connectors.tables
			: [...new Set(queries.flatMap((one) => readSourceTables(skimKql(one.text))))];
	const rule: Rule = {
		id: text("id") ?? source.id ?? createRuleId("kusto", source.file.path, source.ordinal),
		vendor: "kusto",
		kind: readKind(table, source.kind),
		language: queries.length === 0 ? null : "kql",
		title: cleanLine(text("name") ?? text("displayName") ?? titleFromFileName(source.file.path)),
		description: unquote(text("description") ?? ""),
		status: text("status")?.toLowerCase() ?? statusFromFolder(source.file.path),
		level: normaliseLevel(text("severity") ?? undefined),
		confidence: null,
		techniques: techniques.ids,
		tactics: readTactics(table),
		logsource: readKustoLogsource(tables),
		dataSources: connectors.dataSources,
		tables,
		author: readAuthor(table, metadata),
		license: null,
		sourceRef:
			text("version") ?? text("templateVersion") ?? asText(ownValue(metadata, "version")) ?? null,
		created: normaliseDate(ownValue(table, "createdDate") ?? ownValue(table, "created")),
		lastModified: normaliseDate(
			ownValue(table, "lastUpdatedDate") ??
				ownValue(table, "lastModifiedUtc") ??
				ownValue(table, "modified") ??
				null,
		),
		references: asTexts(ownValue(table, "references")),
		falsePositives: asTexts(ownValue(table, "falsePositives")),
		otherTags: techniques.tags,
		related: [],
		simulations: [],
		regressionTests: null,
		prose: readProse(table),
		queries,
		...(needsSeveral(table) ? { isCounted: true } : {}),
		text: source.text,
		textLanguage: source.textLanguage,
		file: source.file.file,
		line: source.line,
	};
	return { rule, problems: checkRule(source, rule, techniques.unknown) };
}

function checkRule(source: RuleSource, rule: Rule, unknown: readonly string[]): readonly Problem[] {
	const report = (code: ProblemCode, message: string): Problem =>
		problemOf(source.file.file, source.line, code, message, "warning");
	const problems = unknown.map((name) => report("rule-field", `"${name}" is no technique id`));
	if (rule.queries.length === 0 && rule.kind !== "machine-learning")
		problems.push(report("rule-no-query", "the rule has no query"));
	return problems;
}

function readKind(table: Table, outer: string | undefined): RuleKind {
	const kind = asText(ownValue(table, "kind")) ?? outer ?? "";
	if (MODEL_KINDS.test(kind)) return "machine-learning";
	const scheduled = ["queryFrequency", "queryPeriod", "triggerOperator", "severity"];
	const isAlert = kind !== "" || scheduled.some((key) => Object.hasOwn(table, key));
	return isAlert && !/hunting/i.test(kind) ? "rule" : "hunt";
}

function readTechniques(table: Table): { ids: string[]; unknown: string[]; tags: string[] } {
	const stated = ["relevantTechniques", "techniques", "subTechniques"].flatMap((key) =>
		asTexts(ownValue(table, key)),
	);
	const ids = new Set<string>();
	const unknown: string[] = [];
	for (const name of stated) {
		const found = findTechniqueIds(name);
		if (found.length === 0) unknown.push(name);
		for (const id of found) ids.add(id);
	}
	const tags: string[] = [];
	for (const tag of readTags(table)) {
		const found = findTechniqueIds(tag);
		if (found.length === 0) tags.push(tag);
		for (const id of found) ids.add(id);
	}
	for (const id of readDescribed(asText(ownValue(table, "description")) ?? "", ids)) ids.add(id);
	return { ids: [...ids], unknown, tags };
}

/**
 * Sentinel's API took no sub-techniques for long, so authors name them in the description. Counted are ids in a sentence that
 * begins with MITRE, sub-techniques of a stated technique, and, where the rule states none, all that are mentioned.
 */
function readDescribed(description: string, stated: ReadonlySet<string>): readonly string[] {
	if (stated.size === 0) return findTechniqueIds(description);
	const named = findTechniqueIds(markedSentences(description).join("\n"));
	const narrower = findTechniqueIds(description).filter(
		(id) => id.includes(".") && stated.has(parentTechniqueId(id)),
	);
	return [...named, ...narrower];
}

/** What stands from the word MITRE on, up to the end of its sentence or paragraph. */
function markedSentences(description: string): readonly string[] {
	return description.split(/\.\s(?=\s*[A-Z])|\n[ \t]*\n/).flatMap((sentence) => {
		const at = sentence.search(/\bMITRE\b/);
		return at === -1 ? [] : [sentence.slice(at)];
	});
}

/** Tags are words, or tables such as `Schema: ASimDns`. */
function readTags(table: Table): readonly string[] {
	const value = ownValue(table, "tags");
	const words = asTexts(value);
	for (const tag of asTables(value)) {
		for (const [key, inner] of Object.entries(tag)) {
			const text = asTexts(inner).join(" ");
			words.push(text === "" ? key : `${key}: ${text}`);
		}
	}
	return [...new Set(words)];
}

function readTactics(table: Table): readonly string[] {
	const names = asTexts(ownValue(table, "tactics")).flatMap((name) => name.split(","));
	const tactics = names.map(normaliseTactic).filter((tactic) => tactic !== undefined);
	return [...new Set(tactics)];
}

function readConnectors(table: Table): { dataSources: string[]; tables: string[] } {
	const dataSources = new Set<string>();
	const tables = new Set<string>();
	for (const connector of asTables(ownValue(table, "requiredDataConnectors"))) {
		const id = asText(ownValue(connector, "connectorId"));
		if (id !== undefined && !isPlaceholder(id)) dataSources.add(id);
		const types = asTexts(ownValue(connector, "dataTypes") ?? ownValue(connector, "datatypes"));
		for (const type of types) {
			const name = (type.split("(", 1)[0] ?? "").trim();
			if (name !== "" && !isPlaceholder(name)) tables.add(name);
		}
	}
	return { dataSources: [...dataSources], tables: [...tables] };
}

function isPlaceholder(name: string): boolean {
	return /^[Yy]our(?:[A-Z_ -]|$)/.test(name);
}

function readAuthor(table: Table, metadata: Table): string | null {
	const author = ownValue(metadata, "author") ?? ownValue(table, "author");
	const named = asTable(author);
	return (named === undefined ? asText(author) : asText(ownValue(named, "name"))) ?? null;
}

/** Templates put quotes inside a block scalar. */
function unquote(text: string): string {
	const trimmed = text.trim();
	const isQuoted = trimmed.length > 1 && trimmed.startsWith("'") && trimmed.endsWith("'");
	return isQuoted ? trimmed.slice(1, -1).trim() : trimmed;
}

/** The same quotes around a query, of which the last stands in a line of its own. */
function unquoteQuery(text: string): string {
	const quoted = /^(\s*)(["'])(?=\s|\/\/|let\b)([\s\S]*\n[ \t]*)\2(\s*)$/.exec(text);
	return quoted === null ? text : `${quoted[1] ?? ""} ${quoted[3] ?? ""} ${quoted[4] ?? ""}`;
}

const COMPARISONS: ReadonlyMap<string, string> = new Map([
	["gt", "more than"],
	["greaterthan", "more than"],
	["lt", "fewer than"],
	["lessthan", "fewer than"],
	["eq", "exactly"],
	["equal", "exactly"],
	["ne", "any number but"],
	["notequal", "any number but"],
]);

/** When and how the rule fires, as its file says it. */
/** Whether one result is not enough for an alert. */
function needsSeveral(table: Table): boolean {
	const operator = asText(ownValue(table, "triggerOperator"))?.toLowerCase() ?? "gt";
	const threshold = asText(ownValue(table, "triggerThreshold")) ?? "0";
	return !/^(?:gt|greaterthan)$/.test(operator) || threshold.trim() !== "0";
}

function readProse(table: Table): readonly RuleProse[] {
	const lines: string[] = [];
	for (const [key, label] of [
		["queryFrequency", "Runs every"],
		["queryPeriod", "Looks back"],
		["suppressionDuration", "Suppressed for"],
	] as const) {
		const value = asText(ownValue(table, key));
		if (value === undefined) continue;
		if (key === "suppressionDuration" && ownValue(table, "suppressionEnabled") !== true) continue;
		lines.push(`- ${label}: ${value}`);
	}
	const operator = asText(ownValue(table, "triggerOperator"));
	const threshold = asText(ownValue(table, "triggerThreshold"));
	if (operator !== undefined && threshold !== undefined)
		lines.push(
			`- Fires on: ${COMPARISONS.get(operator.toLowerCase()) ?? operator} ${threshold} results`,
		);
	for (const mapping of asTables(ownValue(table, "entityMappings"))) {
		const type = asText(ownValue(mapping, "entityType")) ?? "?";
		const fields = asTables(ownValue(mapping, "fieldMappings")).map(
			(field) =>
				`${asText(ownValue(field, "identifier")) ?? "?"} = ${asText(ownValue(field, "columnName")) ?? "?"}`,
		);
		lines.push(`- Entity ${type}: ${fields.join(", ")}`);
	}
	return lines.length === 0 ? [] : [{ heading: "Trigger", text: lines.join("\n") }];
}

import { normaliseDate } from "../../formats/dates";
import { asTable, asTables, asText, asTexts, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import { pickCorrelation } from "../../languages/sigma/loose-correlation";
import { problemOf } from "../../model/problem";
import type { Problem } from "../../model/problem";
import type { RelatedRule, Rule, RuleKind, RuleProse, RuleSimulation } from "../../model/rule";
import { fileStem } from "../file-names";
import { createRuleId, normaliseLevel, statusFromFolder } from "../rule-metadata";
import type { ParsedRuleFile } from "../rule-reader";
import { asLine, asLines, lineOfKey, listCode } from "../text-lines";
import { isDialect, nameFields } from "./dialect-fields";
import type { SigmaDocument } from "./sigma-documents";
import { readSigmaTags } from "./sigma-tags";

/** A rule and what is wrong with its fields. */
export interface SigmaRuleReading {
	readonly rule: Rule;
	readonly problems: readonly Problem[];
}

/**
 * Reads one Sigma document (rules, correlation and filter specifications 2.1) as a rule.
 *
 * `ordinal` is the document's 1-based place among the file's rules. Reported: a missing title, condition or logsource, and fields whose
 * value says nothing (an unknown level, an unreadable date, a malformed tag). Fields may have the names that `nameFields` knows.
 */
export function readSigmaRule(
	file: ParsedRuleFile,
	document: SigmaDocument,
	kind: RuleKind,
	ordinal: number,
): SigmaRuleReading {
	const table = nameFields(document.table);
	const field = (key: string): unknown => ownValue(table, key);
	const tags = readSigmaTags(asTexts(field("tags")));
	const title = asLine(field("title"));
	const rule: Rule = {
		id: asText(field("id")) ?? createRuleId("sigma", file.path, ordinal),
		vendor: "sigma",
		kind,
		language: "sigma",
		title: title ?? fileStem(file.path),
		description: asText(field("description")) ?? "",
		status: asText(field("status"))?.toLowerCase() ?? statusFromFolder(file.path),
		level: normaliseLevel(asText(field("level"))),
		confidence: null,
		techniques: tags.techniques,
		tactics: tags.tactics,
		logsource: readLogsource(field("logsource")),
		dataSources: isDialect(document.table) ? asTexts(field("data_sources")) : [],
		tables: [],
		author: asLines(field("author")).join(", ") || null,
		license: asLine(field("license")) ?? null,
		sourceRef: null,
		created: normaliseDate(field("date")),
		lastModified: normaliseDate(field("modified")),
		references: asLines(field("references") ?? field("reference")),
		falsePositives: asLines(field("falsepositives")),
		otherTags: tags.others,
		related: readRelated(table),
		simulations: asTables(field("simulation")).map(readSimulation),
		regressionTests: asText(field("regression_tests_path")) ?? null,
		prose: readProse(table),
		queries: [{ language: "sigma", text: document.text, line: document.line, label: null }],
		text: document.text,
		textLanguage: file.format === "json" ? "json" : "yaml",
		file: file.file,
		line: document.line,
	};
	return { rule, problems: checkFields(file.file, document, kind, tags.malformed) };
}

function readLogsource(value: unknown): Rule["logsource"] {
	const table = asTable(value) ?? {};
	return {
		product: asText(ownValue(table, "product")) ?? null,
		service: asText(ownValue(table, "service")) ?? null,
		category: asText(ownValue(table, "category")) ?? null,
	};
}

/** The rules a rule names: `related`, and those that a correlation counts or a filter narrows. */
function readRelated(table: Table): readonly RelatedRule[] {
	const related = asTables(ownValue(table, "related")).flatMap((entry) => {
		const id = asText(ownValue(entry, "id"));
		const type = asText(ownValue(entry, "type"))?.toLowerCase() ?? "related";
		return id === undefined ? [] : [{ id, type }];
	});
	for (const type of ["correlation", "filter"] as const) {
		const loose = type === "correlation" ? pickCorrelation(table) : undefined;
		const rules = asTable(ownValue(table, type)) ?? loose;
		if (rules === undefined) continue;
		for (const id of asTexts(ownValue(rules, "rules")))
			if (id.toLowerCase() !== "any") related.push({ id, type });
	}
	return related;
}

function readSimulation(table: Table): RuleSimulation {
	return {
		technique: asText(ownValue(table, "technique")) ?? null,
		name: asLine(ownValue(table, "name")) ?? null,
		guid: asText(ownValue(table, "atomic_guid"))?.toLowerCase() ?? null,
	};
}

function readProse(table: Table): readonly RuleProse[] {
	const prose: RuleProse[] = [];
	const logsource = asTable(ownValue(table, "logsource"));
	const definition = logsource && asText(ownValue(logsource, "definition"));
	if (definition !== undefined) prose.push({ heading: "Log source", text: definition });
	for (const [key, heading] of [
		["fields", "Fields to look at"],
		["scope", "Scope"],
		["enrichment", "Enrichments"],
		["alert_severity", "Alert severity"],
	] as const) {
		const lines = asLines(ownValue(table, key));
		if (lines.length > 0) prose.push({ heading, text: listCode(lines) });
	}
	const taxonomy = asLine(ownValue(table, "taxonomy"));
	if (taxonomy !== undefined && taxonomy !== "sigma")
		prose.push({ heading: "Taxonomy", text: `\`${taxonomy}\`` });
	return prose;
}

function checkFields(
	file: string,
	document: SigmaDocument,
	kind: RuleKind,
	malformedTags: readonly string[],
): readonly Problem[] {
	const table = nameFields(document.table);
	const problems: Problem[] = [];
	const report = (key: string, message: string): void => {
		const line = document.line + lineOfKey(document.text, key) - 1;
		problems.push(problemOf(file, line, "rule-field", message, "warning"));
	};
	const check = (key: string, accepts: (value: unknown) => boolean, what: string): void => {
		const value = ownValue(table, key);
		if (value === undefined || value === null || accepts(value)) return;
		report(key, `${key} is ${what}: ${asLine(value) ?? "not a single value"}`);
	};
	if (asLine(ownValue(table, "title")) === undefined) report("title", "the rule has no title");
	check("level", (value) => normaliseLevel(asText(value)) !== null, "none of Sigma's five levels");
	check("date", (value) => normaliseDate(value) !== null, "not a date");
	check("modified", (value) => normaliseDate(value) !== null, "not a date");
	if (malformedTags.length > 0) {
		const [first = "", ...more] = malformedTags;
		const others = more.length === 0 ? "" : `, nor do ${more.length} others`;
		report("tags", `the tag ${first} names no technique or tactic${others}`);
	}
	if (kind === "correlation") return problems;
	if (asTable(ownValue(table, "logsource")) === undefined && !isDialect(document.table))
		report("detection", "the rule names no log source");
	const part = kind === "filter" ? "filter" : "detection";
	const condition = ownValue(asTable(ownValue(table, part)) ?? {}, "condition");
	if (asTexts(condition).length === 0) report(part, `the ${part} has no condition`);
	return problems;
}

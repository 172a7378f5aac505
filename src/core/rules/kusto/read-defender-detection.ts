import { normaliseDate } from "../../formats/dates";
import { asTable, asTables, asText, asTexts, ownValue, type Table } from "../../formats/values";
import { problemOf, type Problem, type ProblemCode } from "../../model/problem";
import type { Rule, RuleProse, RuleQuery } from "../../model/rule";
import { findTechniqueIds } from "../../text/technique-ids";
import { cleanLine, titleFromFileName } from "../plain-names";
import { createRuleId, normaliseLevel, normaliseTactic, statusFromFolder } from "../rule-metadata";
import { readKustoLogsource } from "./read-kusto-logsource";
import { readSourceTables } from "./read-source-tables";
import { skimKql } from "./skim-kql";
import type { RuleSource } from "./read-sentinel-rule";

/** Alert categories of Defender that are no tactics. Source: Microsoft Graph, security detectionRule, alertTemplate. */
const PLAIN_CATEGORIES: ReadonlySet<string> = new Set([
	"malware",
	"ransomware",
	"suspiciousactivity",
	"unwantedsoftware",
	"exploit",
	"phishing",
	"none",
]);

/** Whether a table is a custom detection of Defender XDR, as Microsoft Graph's `detectionRule` and `Microsoft.Security/detectionRules` have it. */
export function isDefenderDetection(table: Table): boolean {
	const condition = asTable(ownValue(table, "queryCondition"));
	const action = asTable(ownValue(table, "detectionAction"));
	if (condition !== undefined && typeof ownValue(condition, "queryText") === "string") return true;
	return action !== undefined && asTable(ownValue(action, "alertTemplate")) !== undefined;
}

/** Reads a custom detection of Defender XDR. Its category is its tactic, unless it names a state (`Malware`), which becomes a tag. */
export function readDefenderDetection(
	source: RuleSource,
	table: Table,
): { readonly rule: Rule; readonly problems: readonly Problem[] } {
	const condition = asTable(ownValue(table, "queryCondition")) ?? {};
	const action = asTable(ownValue(table, "detectionAction")) ?? {};
	const alert = asTable(ownValue(action, "alertTemplate")) ?? {};
	const query = ownValue(condition, "queryText");
	const queries: RuleQuery[] =
		typeof query === "string" && query.trim() !== ""
			? [{ language: "kql", text: query, line: source.queryLine, label: null }]
			: [];
	const category = asText(ownValue(alert, "category"));
	const isPlain = category !== undefined && PLAIN_CATEGORIES.has(category.toLowerCase());
	const named = readNamedTactics(alert);
	const categories =
		category === undefined || isPlain ? named.tactics : [category, ...named.tactics];
	const tactics = categories.map(normaliseTactic).filter((tactic) => tactic !== undefined);
	const stated = [...asTexts(ownValue(alert, "mitreTechniques")), ...named.techniques];
	const title = asText(ownValue(table, "displayName")) ?? asText(ownValue(alert, "title"));
	const tables = [...new Set(queries.flatMap((one) => readSourceTables(skimKql(one.text))))];
	const rule: Rule = {
		id:
			asText(ownValue(table, "id")) ??
			asText(ownValue(table, "detectorId")) ??
			source.id ??
			createRuleId("kusto", source.file.path, source.ordinal),
		vendor: "kusto",
		kind: "rule",
		language: queries.length === 0 ? null : "kql",
		title: cleanLine(title ?? titleFromFileName(source.file.path)),
		description: asText(ownValue(alert, "description")) ?? "",
		status: asText(ownValue(table, "status"))?.toLowerCase() ?? statusFromFolder(source.file.path),
		level: normaliseLevel(asText(ownValue(alert, "severity"))),
		confidence: null,
		techniques: findTechniqueIds(stated.join(" ")),
		tactics: [...new Set(tactics)],
		logsource: readKustoLogsource(tables),
		dataSources: [],
		tables,
		author: asText(ownValue(table, "createdBy")) ?? null,
		license: null,
		sourceRef: asText(ownValue(table, "version")) ?? null,
		created: normaliseDate(ownValue(table, "createdDateTime")),
		lastModified: normaliseDate(
			ownValue(table, "lastModifiedDateTime") ??
				ownValue(condition, "lastModifiedDateTime") ??
				null,
		),
		references: [],
		falsePositives: [],
		otherTags: isPlain ? [category] : [],
		related: [],
		simulations: [],
		regressionTests: null,
		prose: readProse(table, alert),
		queries,
		text: source.text,
		textLanguage: source.textLanguage,
		file: source.file.file,
		line: source.line,
	};
	return { rule, problems: checkDetection(source, rule, stated) };
}

/** Newer versions list tactics, each with its techniques, in the place of one category. */
function readNamedTactics(alert: Table): {
	tactics: readonly string[];
	techniques: readonly string[];
} {
	const named = asTables(ownValue(alert, "tactics"));
	const techniques = named.flatMap((tactic) => asTables(ownValue(tactic, "techniques")));
	return {
		tactics: named.flatMap((tactic) => asTexts(ownValue(tactic, "tactic"))),
		techniques: techniques.flatMap((technique) =>
			["technique", "subTechniques"].flatMap((key) => asTexts(ownValue(technique, key))),
		),
	};
}

function checkDetection(
	source: RuleSource,
	rule: Rule,
	stated: readonly string[],
): readonly Problem[] {
	const report = (code: ProblemCode, message: string): Problem =>
		problemOf(source.file.file, source.line, code, message, "warning");
	const unknown = stated.filter((name) => findTechniqueIds(name).length === 0);
	const problems = unknown.map((name) => report("rule-field", `"${name}" is no technique id`));
	if (rule.queries.length === 0)
		problems.push(report("rule-no-query", "the detection has no query"));
	return problems;
}

function readProse(table: Table, alert: Table): readonly RuleProse[] {
	const prose: RuleProse[] = [];
	const schedule = asTable(ownValue(table, "schedule")) ?? {};
	const period = asText(ownValue(schedule, "period") ?? ownValue(schedule, "frequency"));
	if (period !== undefined) prose.push({ heading: "Trigger", text: `- Runs every: ${period}` });
	const actions = asText(ownValue(alert, "recommendedActions"));
	if (actions !== undefined) prose.push({ heading: "Recommended actions", text: actions });
	return prose;
}

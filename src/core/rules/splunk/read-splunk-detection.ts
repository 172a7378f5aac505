import { normaliseDate } from "../../formats/dates";
import { asTable, asTables, asText, asTexts, ownValue, type Table } from "../../formats/values";
import { findYamlValueLine } from "../../formats/yaml-lines";
import { problemOf, type Problem, type ProblemCode } from "../../model/problem";
import type { Rule, RuleKind, RuleQuery, RuleSimulation } from "../../model/rule";
import { findTechniqueIds } from "../../text/technique-ids";
import { fileStem } from "../file-names";
import { createRuleId, normaliseLevel, normaliseTactic, statusFromFolder } from "../rule-metadata";
import type { RuleFile, RuleYamlDocument } from "../rule-reader";
import { findDataModels } from "./find-data-models";
import { readSplunkLogsource } from "./read-splunk-logsource";
import { readSplunkProse } from "./read-splunk-prose";
import { followKeys, readSplunkSearch } from "./recognise-splunk";

const OLD_RULE = ["detect", "splunk", "correlation_rule"] as const;

/** Types that say how a search runs, or in which product. */
const PLAIN_TYPES: ReadonlySet<string> = new Set(["splunk", "escu", "ssa", "batch", "streaming"]);

const KINDS: ReadonlyMap<string, RuleKind> = new Map([
	["hunting", "hunt"],
	["correlation", "correlation"],
]);

/**
 * Reads one Splunk detection of any generation (2019 to 2026).
 *
 * Level: Splunk states no severity for a detection, only scores. `level` is given where the file has a word for it
 * (`tags.risk_severity` or `tags.severity`, `severity`, `notable.severity`), else it is null; a score is never turned into one.
 * Confidence: `tags.confidence` or `confidence` as written. `date` is the day of the last change, so it gives `lastModified`;
 * `created` only from `creation_date`. `ordinal` is the 1-based place among the file's rules.
 */
export function readSplunkDetection(
	file: RuleFile,
	document: Pick<RuleYamlDocument, "text" | "line">,
	table: Table,
	ordinal: number,
	textLanguage: "yaml" | "json" = "yaml",
): { readonly rule: Rule; readonly problems: readonly Problem[] } {
	const tags = asTable(ownValue(table, "tags")) ?? {};
	const text = (key: string): string | null => asText(ownValue(table, key)) ?? null;
	const queries = readQueries(document, table);
	const dataSources = readDataSources(table);
	const techniques = readTechniques(tags, table);
	const rule: Rule = {
		id: text("id") ?? createRuleId("splunk", file.path, ordinal),
		vendor: "splunk",
		kind: KINDS.get(text("type")?.toLowerCase() ?? "") ?? "rule",
		language: queries.length === 0 ? null : "spl",
		title: text("name") ?? fileStem(file.path),
		description: text("description") ?? "",
		status: text("status")?.toLowerCase() ?? statusFromFolder(file.path),
		level: readLevel(table, tags),
		confidence: asText(ownValue(tags, "confidence")) ?? text("confidence"),
		techniques: techniques.ids,
		tactics: readTactics(tags, table),
		logsource: readSplunkLogsource(dataSources),
		dataSources,
		tables: readTables(table, queries),
		author: readAuthor(table),
		license: text("license"),
		sourceRef: text("version"),
		created: normaliseDate(ownValue(table, "creation_date")),
		lastModified: normaliseDate(ownValue(table, "date") ?? ownValue(table, "modification_date")),
		references: asTexts(ownValue(table, "references")),
		falsePositives: asTexts(ownValue(table, "known_false_positives")),
		otherTags: readOtherTags(table, tags),
		related: [],
		simulations: readSimulations(tags),
		regressionTests: readTestData(table),
		prose: readSplunkProse(table),
		queries,
		text: document.text,
		textLanguage,
		file: file.file,
		line: document.line,
	};
	return { rule, problems: checkDetection(rule, techniques.unknown) };
}

function checkDetection(rule: Rule, unknown: readonly string[]): readonly Problem[] {
	const report = (code: ProblemCode, message: string): Problem =>
		problemOf(rule.file, rule.line, code, message, "warning");
	const problems = unknown.map((name) =>
		report("rule-field", `"${name}" in mitre_attack_id is no technique id`),
	);
	if (rule.queries.length === 0)
		problems.push(report("rule-no-query", "the detection has no search"));
	return problems;
}

function readQueries(
	document: Pick<RuleYamlDocument, "text" | "line">,
	table: Table,
): readonly RuleQuery[] {
	const search = readSplunkSearch(table);
	if (search === undefined) return [];
	const line =
		findYamlValueLine(document.text, ["search"]) ??
		findYamlValueLine(document.text, [...OLD_RULE, "search"]) ??
		1;
	return [{ language: "spl", text: search, line: document.line + line - 1, label: null }];
}

function readLevel(table: Table, tags: Table): Rule["level"] {
	const words = [
		ownValue(tags, "risk_severity"),
		ownValue(tags, "severity"),
		ownValue(table, "severity"),
		followKeys(table, ["notable", "severity"]),
		followKeys(table, [...OLD_RULE, "notable", "severity"]),
	];
	for (const word of words) {
		const level = normaliseLevel(asText(word));
		if (level !== null) return level;
	}
	return null;
}

function readTechniques(tags: Table, table: Table): { ids: string[]; unknown: string[] } {
	const stated = [
		...asTexts(ownValue(tags, "mitre_attack_id")),
		...asTexts(ownValue(tags, "mitre_technique_id")),
		...asTexts(followKeys(table, ["mappings", "mitre_technique_id"])),
	];
	const ids = new Set<string>();
	const unknown: string[] = [];
	for (const name of stated) {
		const found = findTechniqueIds(name);
		if (found.length === 0) unknown.push(name);
		for (const id of found) ids.add(id);
	}
	// In 2019 one list held tactics, technique names and ids alike.
	for (const name of asTexts(followKeys(table, ["mappings", "mitre_attack"]))) {
		for (const id of findTechniqueIds(name)) ids.add(id);
	}
	return { ids: [...ids], unknown };
}

function readTactics(tags: Table, table: Table): readonly string[] {
	const stated = [
		...asTexts(ownValue(tags, "mitre_attack_tactics")),
		...asTexts(ownValue(tags, "mitre_attack_tactic")),
		...asTexts(followKeys(table, ["mappings", "mitre_tactic_id"])),
	];
	const tactics = stated.map(normaliseTactic).filter((tactic) => tactic !== undefined);
	return [...new Set(tactics)];
}

function readDataSources(table: Table): readonly string[] {
	const stated = [
		...asTexts(ownValue(table, "data_source")),
		...asTexts(ownValue(table, "data_sources")),
		...asTexts(followKeys(table, ["data_metadata", "data_sources"])),
	];
	return [...new Set(stated)];
}

/** Data models that the file names, and those that the search reads with `datamodel=` or `datamodel`. */
function readTables(table: Table, queries: readonly RuleQuery[]): readonly string[] {
	const tables = new Set(asTexts(ownValue(table, "datamodel")));
	for (const name of asTexts(followKeys(table, ["data_metadata", "data_models"]))) tables.add(name);
	for (const query of queries) for (const name of findDataModels(query.text)) tables.add(name);
	return [...tables];
}

function readAuthor(table: Table): string | null {
	const author = asTexts(ownValue(table, "author")).join(", ");
	if (author !== "") return author;
	const people = asTables(ownValue(table, "original_authors") ?? ownValue(table, "maintainers"));
	const names = people.map((person) => asText(ownValue(person, "name")));
	const known = names.filter((name) => name !== undefined);
	return known.length === 0 ? null : known.join(", ");
}

function readOtherTags(table: Table, tags: Table): readonly string[] {
	const stated = [
		...asTexts(ownValue(table, "type")).filter((type) => !PLAIN_TYPES.has(type.toLowerCase())),
		...asTexts(ownValue(tags, "analytic_story")),
		...asTexts(ownValue(tags, "cve")),
		...asTexts(ownValue(tags, "CVE")),
		...asTexts(ownValue(tags, "group")),
		...asTexts(ownValue(tags, "asset_type") ?? ownValue(table, "asset_type")),
		...asTexts(ownValue(tags, "security_domain") ?? ownValue(table, "security_domain")),
	];
	// Tags are compared without case.
	return [...new Map(stated.reverse().map((tag) => [tag.toLowerCase(), tag])).values()].reverse();
}

function readSimulations(tags: Table): readonly RuleSimulation[] {
	return asTexts(ownValue(tags, "atomic_guid")).map((guid) => ({
		technique: null,
		name: null,
		guid: guid.toLowerCase(),
	}));
}

function readTestData(table: Table): string | null {
	for (const test of asTables(ownValue(table, "tests"))) {
		for (const data of asTables(ownValue(test, "attack_data"))) {
			const place = asText(ownValue(data, "data"));
			if (place !== undefined) return place;
		}
	}
	return null;
}

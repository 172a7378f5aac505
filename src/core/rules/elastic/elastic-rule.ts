import { normaliseDate } from "../../formats/dates";
import { asTables, asText, asTexts, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import { problemOf } from "../../model/problem";
import type { Problem } from "../../model/problem";
import type { Rule, RuleKind, RuleQuery } from "../../model/rule";
import { fileStem } from "../file-names";
import { createRuleId, normaliseLevel, statusFromFolder } from "../rule-metadata";
import type { RuleFile, RuleReading } from "../rule-reader";
import { asLine, asLines, lineOfKey } from "../text-lines";
import { exceptionFilter, nameException } from "./elastic-exceptions";
import type { ElasticException } from "./elastic-exceptions";
import { readElasticFilters } from "./elastic-filters";
import type { ElasticFilters } from "./elastic-filters";
import { showThreatMapping } from "./elastic-mapping";
import { elasticProduct } from "./elastic-product";
import { readElasticProse } from "./elastic-prose";
import { defaultLanguage, elasticLanguage, openQuerySource, placeQuery } from "./elastic-query";
import { readElasticThreat } from "./elastic-threat";
import { SAVED_SEARCH } from "./saved-objects";

/** An Elastic rule's tables with the text they stand in. */
export interface ElasticSource {
	readonly rule: Table;
	readonly metadata: Table;
	readonly transform: Table;
	/** The rule's own text: the TOML file, or its line of an export. */
	readonly text: string;
	/** 1-based line of the file on which that text starts. */
	readonly line: number;
	readonly textLanguage: "toml" | "json" | "yaml";
	/** Of an export: those of the lists that the rule names, null where they are too many. */
	readonly exceptions?: readonly ElasticException[] | null;
	/** 1-based place among the file's rules. */
	readonly ordinal: number;
}

/**
 * Reads an Elastic detection rule, as `elastic/detection-rules` (TOML) or Kibana's export (JSON) has it, or the same in YAML, or a
 * behaviour rule of Elastic Defend (TOML).
 *
 * Reported: a rule without name or, unless it is a machine learning rule, without query; a level or date that says nothing.
 */
export function readElasticRule(file: RuleFile, source: ElasticSource): RuleReading {
	const { rule: table, metadata } = source;
	const field = (key: string): unknown => ownValue(table, key);
	const threat = readElasticThreat(field("threat"), field("tags"), []);
	const integrations = readIntegrations(table, metadata);
	const filters = readElasticFilters([
		...asTables(field("filters")),
		...listExceptions(source).map(({ item }) => exceptionFilter(item)),
	]);
	const leftOut = listLeftOut(source, filters);
	const queries = [
		...readQueries(source),
		...placeMapping(source),
		...placeFilters(source, filters),
	];
	const kind = readKind(table);
	const title = asLine(field("name"));
	const rule: Rule = {
		id: readId(table) ?? createRuleId("elastic", file.path, source.ordinal),
		vendor: "elastic",
		kind,
		language: (kind !== "machine-learning" && queries[0]?.language) || null,
		title: title ?? fileStem(file.path),
		description: asText(field("description")) ?? "",
		status: asText(ownValue(metadata, "maturity"))?.toLowerCase() ?? statusFromFolder(file.path),
		level: normaliseLevel(asText(field("severity"))),
		confidence: null,
		techniques: threat.techniques,
		tactics: threat.tactics,
		logsource: {
			product: elasticProduct([...threat.systems, ...readSystems(table)], integrations),
			service: null,
			category: null,
		},
		dataSources: threat.dataSources.length > 0 ? threat.dataSources : integrations,
		tables: asLines(field("index")),
		author: asLines(field("author")).join(", ") || null,
		license: asLine(field("license")) ?? null,
		sourceRef: asText(field("version")) ?? null,
		created: normaliseDate(ownValue(metadata, "creation_date") ?? field("created_at")),
		lastModified: normaliseDate(ownValue(metadata, "updated_date") ?? field("updated_at")),
		references: asLines(field("references") ?? field("reference")),
		falsePositives: asLines(field("false_positives")),
		otherTags: threat.others,
		related: [],
		simulations: [],
		regressionTests: null,
		prose: readElasticProse(table, metadata, source.transform),
		queries,
		...(COUNTED.has(asText(field("type")) ?? "") ? { isCounted: true } : {}),
		...(leftOut.length > 0 ? { leftOut: leftOut.map(({ reason }) => reason) } : {}),
		text: [source.text, ...listExceptions(source).map(({ text }) => text)].join("\n"),
		textLanguage: source.textLanguage,
		file: file.file,
		line: source.line,
	};
	return { rules: [rule], problems: checkRule(file, source, kind, queries, leftOut) };
}

/** Types whose rules need more than one event. */
const COUNTED: ReadonlySet<string> = new Set(["threshold", "new_terms", "threat_match"]);

function readId(rule: Table): string | undefined {
	return asText(ownValue(rule, isEndpointRule(rule) ? "id" : "rule_id"));
}

/** The systems that a behaviour rule runs on. */
function readSystems(rule: Table): readonly string[] {
	return asTexts(ownValue(rule, "os_list")).map((system) => system.toLowerCase());
}

function hasText(rule: Table, key: string): boolean {
	return asText(ownValue(rule, key)) !== undefined;
}

function readKind(rule: Table): RuleKind {
	const type = asText(ownValue(rule, "type"));
	if (type === "machine_learning") return "machine-learning";
	if (type === SAVED_SEARCH) return "hunt";
	return asText(ownValue(rule, "building_block_type")) === undefined ? "rule" : "building-block";
}

function readQueries(source: ElasticSource): readonly RuleQuery[] {
	const { rule } = source;
	const text = ownValue(rule, "query");
	if (typeof text !== "string" || text.trim() === "") return [];
	const language =
		elasticLanguage(asText(ownValue(rule, "language"))) ??
		defaultLanguage(isEndpointRule(rule) ? "eql" : asText(ownValue(rule, "type")));
	const place = openQuerySource(source.text, source.line, "rule");
	return [placeQuery(place, text, language, null).query];
}

/** What is compared with indicators. */
function placeMapping(source: ElasticSource): readonly RuleQuery[] {
	const text = showThreatMapping(ownValue(source.rule, "threat_mapping"));
	if (text === undefined) return [];
	const [line = source.line] = listLines(source, MAPPING);
	return [{ language: "eql", text, line, label: "Indicators" }];
}

function listExceptions({ exceptions }: ElasticSource): readonly ElasticException[] {
	return exceptions ?? [];
}

/** The filters beside the query and the exceptions behind them, each on its line. */
function placeFilters(source: ElasticSource, { queries }: ElasticFilters): readonly RuleQuery[] {
	const placeOf = placeConditions(source, queries.length);
	return queries.map(({ text, index }) => {
		const { line, exception } = placeOf(index);
		const label = exception === undefined ? "Filter" : "Exception";
		return { language: "lucene", text, line, label };
	});
}

/** Where the filters stand, and behind them the exceptions; of how many is asked. */
function placeConditions(
	source: ElasticSource,
	asked: number,
): (index: number) => { readonly line: number; readonly exception?: ElasticException } {
	const filters = asTables(ownValue(source.rule, "filters")).length;
	const lines = asked > 0 ? listLines(source, FILTER) : [];
	return (index) => {
		const exception = listExceptions(source)[index - filters];
		if (exception === undefined) return { line: lines[index] ?? source.line };
		return { line: exception.line, exception };
	};
}

interface LeftOut {
	readonly line: number;
	readonly reason: string;
}

/** Filters and exceptions that are not understood. */
function listLeftOut(source: ElasticSource, { unknown }: ElasticFilters): readonly LeftOut[] {
	const placeOf = placeConditions(source, unknown.length);
	const leftOut = unknown.map((index): LeftOut => {
		const { line, exception } = placeOf(index);
		const name =
			exception === undefined
				? `filter ${index + 1}`
				: `the exception \u201C${nameException(exception)}\u201D`;
		return { line, reason: `${name} is of no kind that is known, and left out` };
	});
	if (source.exceptions !== null) return leftOut;
	const reason = "the exceptions that rules of this export share are too many, and left out here";
	return [...leftOut, { line: source.line, reason }];
}

const FILTER = /^\s*\[\[\s*rule\s*\.\s*filters\s*\]\]/;
const MAPPING = /^\s*\[\[\s*rule\s*\.\s*threat_mapping\s*\]\]/;

/** Lines on which TOML opens a table of a list; none in JSON and YAML. */
function listLines(
	{ text, line, textLanguage }: ElasticSource,
	opening: RegExp,
): readonly number[] {
	if (textLanguage !== "toml") return [];
	return text.split("\n").flatMap((written, index) => (opening.test(written) ? line + index : []));
}

/** Integrations of a rule: TOML names them in the metadata, an export in `related_integrations`. */
function readIntegrations(rule: Table, metadata: Table): readonly string[] {
	const named = asTexts(ownValue(metadata, "integration"));
	if (named.length > 0) return named;
	const related = asTables(ownValue(rule, "related_integrations")).map((entry) => {
		const name = asText(ownValue(entry, "package"));
		const part = asText(ownValue(entry, "integration"));
		return part === undefined || name === undefined ? name : `${name}.${part}`;
	});
	return [...new Set(related.filter((name) => name !== undefined))];
}

function checkRule(
	file: RuleFile,
	source: ElasticSource,
	kind: RuleKind,
	queries: readonly RuleQuery[],
	leftOut: readonly LeftOut[],
): readonly Problem[] {
	const problems: Problem[] = [];
	const report = (key: string, code: Problem["code"], message: string): void => {
		const line = source.line + lineOfKey(source.text, key) - 1;
		problems.push(problemOf(file.file, line, code, message, "warning"));
	};
	const { rule, metadata } = source;
	if (asLine(ownValue(rule, "name")) === undefined)
		report("rule_id", "rule-field", "the rule has no name");
	const severity = asText(ownValue(rule, "severity"));
	if (severity !== undefined && normaliseLevel(severity) === null)
		report("severity", "rule-field", `severity is no known level: ${severity}`);
	for (const key of ["creation_date", "updated_date"] as const) {
		const value = ownValue(metadata, key);
		if (value !== undefined && normaliseDate(value) === null)
			report(key, "rule-field", `${key} is not a date: ${asLine(value) ?? "not a single value"}`);
	}
	if (kind !== "machine-learning" && queries.length === 0)
		report("type", "rule-no-query", "the rule has no query");
	for (const { line, reason } of leftOut)
		problems.push(problemOf(file.file, line, "rule-field", reason, "warning"));
	return problems;
}

/** Whether a table is an Elastic rule: it names itself, and how it detects. */
export function isElasticRule(rule: Table): boolean {
	const has = (key: string): boolean => hasText(rule, key);
	if (has("rule_id")) return has("type") || has("name");
	return has("name") && has("type") && (has("query") || has("machine_learning_job_id"));
}

/**
 * Whether the `rule` table of a TOML file is a behaviour rule of Elastic Defend: these have the systems that they run on, a GUID for an `id`, and
 * always a query in EQL. Other programs' files have rules too.
 */
export function isEndpointRule(rule: Table): boolean {
	if (isElasticRule(rule) || !["id", "name", "query"].every((key) => hasText(rule, key)))
		return false;
	return Object.hasOwn(rule, "os_list") || GUID.test(asText(ownValue(rule, "id")) ?? "");
}

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

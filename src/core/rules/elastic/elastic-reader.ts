import { asTable, asTables, asText, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import type { Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";
import { fileStem } from "../file-names";
import type { ParsedRuleFile, RuleContext, RuleReading, RuleVendorReader } from "../rule-reader";
import { findExceptions } from "./elastic-exceptions";
import { elasticHunts, readElasticHunt } from "./elastic-hunt";
import { isElasticRule, isEndpointRule, readElasticRule } from "./elastic-rule";
import type { ElasticSource } from "./elastic-rule";
import { elasticLanguage } from "./elastic-query";
import { unwrapSavedObject } from "./saved-objects";
import { splitJsonValues } from "../json-values";
import type { JsonText } from "../json-values";

/**
 * Elastic's detection rules, behaviour rules and hunts in TOML, Kibana's exports of rules and saved objects in JSON or NDJSON, and rules
 * that people keep in YAML.
 */
export const elasticReader: RuleVendorReader = {
	vendor: "elastic",
	recognise: (file) => {
		const sources = listSources(file);
		const hunts = listHunts(file);
		if (sources.length === 0 && hunts.length === 0) return undefined;
		return () => readElastic(file, sources, hunts);
	},
	readContexts: readElasticContexts,
	describe: (file) => {
		if (file.format !== "toml" || !file.toml.ok) return undefined;
		const { value } = file.toml;
		if (asTable(ownValue(value, "rule")) !== undefined)
			return "an Elastic rule without type and query";
		return Object.hasOwn(value, "hunt") ? "an Elastic hunt without a query" : undefined;
	},
};

function readElastic(
	file: ParsedRuleFile,
	sources: readonly ElasticSource[],
	hunts: readonly Table[],
): RuleReading {
	const rules: Rule[] = [];
	const problems: Problem[] = [];
	const take = (reading: RuleReading): void => {
		rules.push(...reading.rules);
		problems.push(...reading.problems);
	};
	for (const source of sources) take(readElasticRule(file, source));
	for (const hunt of hunts) take(readElasticHunt(file, hunt, rules.length + 1));
	return { rules, problems };
}

function listHunts(file: ParsedRuleFile): readonly Table[] {
	return file.format === "toml" && file.toml.ok ? elasticHunts(file.toml.value) : [];
}

function listSources(file: ParsedRuleFile): readonly ElasticSource[] {
	if (file.format === "json") return listExported(file);
	if (file.format === "yaml") return listKept(file);
	if (file.format !== "toml" || !file.toml.ok) return [];
	const { value } = file.toml;
	const table = asTable(ownValue(value, "rule"));
	if (table === undefined) return [];
	const isEndpoint = isEndpointRule(table);
	if (!isEndpoint && !isElasticRule(table)) return [];
	return [
		{
			// A behaviour rule's threats stand beside its table.
			rule: isEndpoint ? { ...table, threat: ownValue(value, "threat") } : table,
			metadata: asTable(ownValue(value, "metadata")) ?? {},
			transform: asTable(ownValue(value, "transform")) ?? {},
			text: file.text,
			line: 1,
			textLanguage: "toml",
			ordinal: 1,
		},
	];
}

/** Rules in YAML with the names of Kibana's interface. Its languages tell them from other vendors' rules with a query. */
function listKept(file: ParsedRuleFile & { readonly format: "yaml" }): readonly ElasticSource[] {
	return file.documents.flatMap((document, index): ElasticSource[] => {
		const table = document.ok ? asTable(document.value) : undefined;
		const rule = table && (asTable(ownValue(table, "rule")) ?? table);
		if (table === undefined || rule === undefined || !isElasticRule(rule)) return [];
		if (elasticLanguage(asText(ownValue(rule, "language"))) === undefined) return [];
		const metadata = asTable(ownValue(table, "metadata")) ?? {};
		const { text, line } = document;
		const own = { text, line, textLanguage: "yaml", ordinal: index + 1 } as const;
		return [{ rule, metadata, transform: {}, ...own }];
	});
}

/**
 * Rules of an export: one a line, one a file, or a list of them. Items of exception lists belong to the rules that name these; the export's
 * summary and the lists themselves are no rules.
 */
function listExported(
	file: ParsedRuleFile & { readonly format: "json" },
): readonly ElasticSource[] {
	const sources: ElasticSource[] = [];
	const exceptionsOf = findExceptions(
		file.documents.flatMap((document) => {
			const item = document.ok ? asTable(document.value) : undefined;
			return document.ok && item ? { item, text: document.text, line: document.line } : [];
		}),
	);
	const take = (value: unknown, text: string, line: number): void => {
		const table = asTable(value);
		const rule = table && unwrapSavedObject(table);
		if (rule === undefined || !isElasticRule(rule)) return;
		const ordinal = sources.length + 1;
		const exceptions = exceptionsOf(rule);
		const own = { text, line, textLanguage: "json", ordinal, exceptions } as const;
		sources.push({ rule, metadata: {}, transform: {}, ...own });
	};
	for (const document of file.documents) {
		if (!document.ok) continue;
		take(document.value, document.text, document.line);
		for (const { text, line } of listElements(document))
			take(JSON.parse(text), text, document.line + line - 1);
	}
	return sources;
}

/** Source texts of the objects of a list, where the file is one or has one as its `data`, as Kibana's API answers. */
function listElements(document: {
	readonly value: unknown;
	readonly text: string;
}): readonly JsonText[] {
	if (Array.isArray(document.value)) return splitJsonValues(document.text, 1);
	const data = asTable(document.value);
	if (data === undefined || !Array.isArray(ownValue(data, "data"))) return [];
	return splitJsonValues(document.text, 2);
}

function readElasticContexts(file: ParsedRuleFile): readonly RuleContext[] {
	if (file.format !== "json") return [];
	return file.documents.flatMap((document) => {
		const tables = document.ok ? asTables(document.value) : [];
		return tables.flatMap((value): RuleContext[] => {
			const list = asText(ownValue(value, "list_id"));
			if (list === undefined || asText(ownValue(value, "type")) === undefined) return [];
			return [
				{
					what: "elastic-other",
					name: asText(ownValue(value, "name")) ?? fileStem(file.path),
					value,
				},
			];
		});
	});
}

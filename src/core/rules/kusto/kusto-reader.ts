import { asTable, asText, ownValue, type Table } from "../../formats/values";
import { fileExtension } from "../file-names";
import type { ParsedRuleFile, RuleContext, RuleFile, RuleVendorReader } from "../rule-reader";
import { readKqlFile } from "./read-kql-file";
import { hasKustoBicep, readKustoBicep } from "./read-kusto-bicep";
import { findKustoJson, readKustoJson } from "./read-kusto-json";
import { findKustoYaml, readKustoYaml } from "./read-kusto-yaml";
import { KQL_MARKDOWN } from "./kql-markdown";
import { judgeMarkdown } from "../markdown/judge-markdown";
import { openMarkdown } from "../markdown/open-markdown";
import { readMarkdownRules } from "../markdown/read-markdown-rules";
import { recogniseKql } from "./recognise-kql";
import { skimKql } from "./skim-kql";
import { splitKql, type KqlPart } from "./split-kql";

const KQL_EXTENSIONS: ReadonlySet<string> = new Set(["kql", "kusto", "csl", "kustoquery"]);

/** Extensions of other languages that a text may have; such a file is no KQL, whatever it looks like. */
const MAYBE_KQL_EXTENSIONS: ReadonlySet<string> = new Set(["", "txt", "text", "query", "rule"]);

/** Kusto: Sentinel and Defender rules in YAML, JSON, ARM and Bicep, Markdown with KQL, bare KQL. */
export const kustoReader: RuleVendorReader = {
	vendor: "kusto",
	recognise(file) {
		switch (file.format) {
			case "yaml": {
				const yaml = findKustoYaml(file.documents);
				return yaml.found.length > 0 ? () => readKustoYaml(file, yaml) : undefined;
			}
			case "json": {
				const found = findKustoJson(file);
				return found.length > 0 ? () => readKustoJson(file, found) : undefined;
			}
			case "markdown": {
				const opened = openMarkdown(file.text, KQL_MARKDOWN);
				return judgeMarkdown(file, opened) === "rules"
					? () => readMarkdownRules(file, opened, KQL_MARKDOWN)
					: undefined;
			}
			case "text": {
				if (hasKustoBicep(file.text)) return () => readKustoBicep(file);
				const parts = splitKqlText(file);
				return parts.length > 0 ? () => readKqlFile(file, parts) : undefined;
			}
			case "toml":
				return undefined;
		}
	},
	readContexts,
	describe,
};

/** Gives the queries of a text, none where it is no KQL. A `.txt` file may hold KQL, a list or prose: its operators say which. */
function splitKqlText({ path, text }: RuleFile): readonly KqlPart[] {
	const extension = fileExtension(path);
	if (KQL_EXTENSIONS.has(extension)) return splitKql(text);
	if (!MAYBE_KQL_EXTENSIONS.has(extension)) return [];
	const tokens = skimKql(text);
	return recogniseKql(tokens, false) === "query" ? splitKql(text, tokens) : [];
}

/** Parsers (functions that queries call) and watchlists. */
function readContexts(file: ParsedRuleFile): readonly RuleContext[] {
	if (file.format !== "yaml" && file.format !== "json") return [];
	return file.documents.flatMap((document): RuleContext[] => {
		const table = document.ok ? asTable(document.value) : undefined;
		if (table === undefined) return [];
		const name = (...keys: readonly string[]): string | undefined =>
			keys.map((key) => asText(ownValue(table, key))).find((text) => text !== undefined);
		const alias = name("functionAlias", "FunctionAlias", "FunctionName");
		const query =
			ownValue(table, "query") ??
			ownValue(table, "FunctionQuery") ??
			ownValue(table, "ParserQuery");
		if (alias !== undefined && typeof query === "string")
			return [{ what: "kusto-function", name: alias, value: table }];
		const watchlist = name("watchlistAlias");
		if (watchlist !== undefined)
			return [{ what: "sentinel-watchlist", name: watchlist, value: table }];
		return [];
	});
}

function describe(file: ParsedRuleFile): string | undefined {
	if (file.format === "markdown") {
		const verdict = judgeMarkdown(file, openMarkdown(file.text, KQL_MARKDOWN));
		return verdict === "documentation"
			? "documentation with examples in KQL, no detection"
			: undefined;
	}
	if (file.format === "text") {
		return KQL_EXTENSIONS.has(fileExtension(file.path))
			? "KQL without a query, only comments"
			: undefined;
	}
	if (file.format !== "yaml" && file.format !== "json") return undefined;
	for (const document of file.documents) {
		const table = document.ok ? asTable(document.value) : undefined;
		const found = table === undefined ? undefined : describeTable(table);
		if (found !== undefined) return found;
	}
	return undefined;
}

function describeTable(table: Table): string | undefined {
	const schema = asText(ownValue(table, "$schema")) ?? "";
	const has = (key: string): boolean => Object.hasOwn(table, key);
	if (has("automationRuleId") || (has("triggeringLogic") && has("actions")))
		return "a Sentinel automation rule";
	if (/deploymentTemplate\.json/.test(schema)) return "an ARM template without a rule";
	if (has("items") && has("version")) return "an Azure workbook";
	if (has("ruleProperties") || has("summaryRule") || has("destinationTable"))
		return "a Sentinel summary rule";
	return undefined;
}

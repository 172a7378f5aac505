import { asTables, asText, asTexts, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import { problemOf } from "../../model/problem";
import type { Problem } from "../../model/problem";
import type { QueryLanguage, Rule, RuleQuery } from "../../model/rule";
import { fileStem } from "../file-names";
import { createRuleId, statusFromFolder } from "../rule-metadata";
import type { RuleFile, RuleReading } from "../rule-reader";
import { asLine, asLines, lineOfKey } from "../text-lines";
import { elasticProduct } from "./elastic-product";
import {
	elasticLanguage,
	huntLabel,
	openQuerySource,
	placeQuery,
	sniffHuntLanguage,
} from "./elastic-query";
import { readElasticThreat } from "./elastic-threat";

/** Whether a table is one of Elastic's hunts. */
function isElasticHunt(hunt: Table): boolean {
	return (
		asText(ownValue(hunt, "name")) !== undefined && asTexts(ownValue(hunt, "query")).length > 0
	);
}

/** Gives the `[hunt]` tables of a TOML file, one or several. */
export function elasticHunts(file: Table): readonly Table[] {
	return asTables(ownValue(file, "hunt")).filter(isElasticHunt);
}

/**
 * Reads one of Elastic's hunts (`hunting/` in `elastic/detection-rules`): one rule with its queries, each in its own language.
 *
 * Reported: a query in a language that is not known.
 */
export function readElasticHunt(file: RuleFile, hunt: Table, ordinal: number): RuleReading {
	const field = (key: string): unknown => ownValue(hunt, key);
	const mitre = asTexts(field("mitre"));
	const threat = readElasticThreat(field("threat"), field("tags"), mitre);
	const integrations = asTexts(field("integration"));
	const { queries, problems } = readHuntQueries(file, hunt);
	const notes = asLines(field("notes"));
	const rule: Rule = {
		id: asText(field("uuid")) ?? createRuleId("elastic", file.path, ordinal),
		vendor: "elastic",
		kind: "hunt",
		language: queries[0]?.language ?? null,
		title: asLine(field("name")) ?? fileStem(file.path),
		description: asText(field("description")) ?? "",
		status: statusFromFolder(file.path),
		level: null,
		confidence: null,
		techniques: threat.techniques,
		tactics: threat.tactics,
		logsource: { product: huntProduct(file, integrations), service: null, category: null },
		dataSources: threat.dataSources.length > 0 ? threat.dataSources : integrations,
		tables: [],
		author: asLines(field("author")).join(", ") || null,
		license: asLine(field("license")) ?? null,
		sourceRef: null,
		created: null,
		lastModified: null,
		references: asLines(field("references")),
		falsePositives: [],
		otherTags: threat.others,
		related: [],
		simulations: [],
		regressionTests: null,
		prose:
			notes.length === 0
				? []
				: [{ heading: "Hunting notes", text: notes.map((note) => `- ${note}`).join("\n") }],
		queries,
		text: file.text,
		textLanguage: "toml",
		file: file.file,
		line: 1,
	};
	return { rules: [rule], problems };
}

/** Hunts carry no system tag; their own words do, where they name one only. */
function huntProduct(file: RuleFile, integrations: readonly string[]): string | null {
	const systems = ["windows", "linux", "macos"].filter((system) =>
		new RegExp(`host\\.os\\.type\\s*==\\s*"${system}"`).test(file.text),
	);
	return elasticProduct(systems, integrations);
}

function readHuntQueries(
	file: RuleFile,
	hunt: Table,
): { queries: readonly RuleQuery[]; problems: readonly Problem[] } {
	const value = ownValue(hunt, "query");
	const texts = (Array.isArray(value) ? value : [value]).filter(
		(text): text is string => typeof text === "string" && text.trim() !== "",
	);
	const words = asTexts(ownValue(hunt, "language"));
	const named = words.map(elasticLanguage).filter((language) => language !== undefined);
	const problems: Problem[] = [];
	if (named.length === 0) {
		const line = lineOfKey(file.text, words.length > 0 ? "language" : "query");
		const message =
			words.length > 0
				? `unknown query language: ${words.join(", ")}`
				: "the hunt names no language";
		problems.push(problemOf(file.file, line, "rule-field", message, "warning"));
	}
	const queries: RuleQuery[] = [];
	let place = openQuerySource(file.text, 1, "hunt");
	for (const text of texts) {
		const language: QueryLanguage = sniffHuntLanguage(text, named) ?? "esql";
		const label = texts.length > 1 ? huntLabel(text, language) : null;
		const placed = placeQuery(place, text, language, label);
		queries.push(placed.query);
		place = placed.next;
	}
	return { queries, problems };
}

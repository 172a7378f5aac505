import { asTable } from "../../formats/values";
import { findYamlValueLine, splitYamlList } from "../../formats/yaml-lines";
import { problemOf, type Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";
import type { RuleFile, RuleReading, RuleYamlDocument } from "../rule-reader";
import { openRule, readOpenedRule, type OpenedRule } from "./open-resource";

/** A rule in a YAML text, with the text that alone gives it again. */
interface FoundRule {
	readonly opened: OpenedRule;
	readonly text: string;
	/** 1-based line of the file on which the text starts. */
	readonly line: number;
}

/** What a YAML file holds: rules, and lines on which documents start that are none. */
export interface KustoYaml {
	readonly found: readonly FoundRule[];
	readonly others: readonly number[];
}

/** Finds the Sentinel and Defender rules of a YAML file: each a document, or an item of a list that is the document or lies in it. */
export function findKustoYaml(documents: readonly RuleYamlDocument[]): KustoYaml {
	const found: FoundRule[] = [];
	const others: number[] = [];
	for (const document of documents) {
		// What does not parse is reported once, for all vendors.
		if (!document.ok) continue;
		const rules = [...findRules(document.value, document)];
		for (const rule of rules) found.push(rule);
		if (rules.length === 0) others.push(document.line);
	}
	return { found, others };
}

/** Reads the rules that were found. */
export function readKustoYaml(file: RuleFile, { found, others }: KustoYaml): RuleReading {
	const rules: Rule[] = [];
	const problems: Problem[] = others.map((line) => {
		const message = "this document is no Sentinel or Defender rule";
		return problemOf(file.file, line, "rule-field", message, "warning");
	});
	for (const { opened, text, line } of found) {
		const reading = readOpenedRule(opened, {
			file,
			text,
			textLanguage: "yaml",
			line,
			queryLine: line + findQueryLine(text, opened) - 1,
			ordinal: rules.length + 1,
		});
		rules.push(reading.rule);
		for (const problem of reading.problems) problems.push(problem);
	}
	return { rules, problems };
}

type Place = Pick<FoundRule, "text" | "line">;

function* findRules(value: unknown, { text, line }: Place): Generator<FoundRule> {
	const table = asTable(value);
	const opened = table && openRule(table);
	if (opened !== undefined) {
		const isOuter = table?.["properties"] === opened.properties;
		yield { opened: isOuter ? opened : { ...opened, id: undefined }, text, line };
		return;
	}
	const lists = table === undefined ? [["", value]] : Object.entries(table);
	for (const [key, list] of lists) {
		if (!Array.isArray(list) || !list.some((item) => opensRule(item))) continue;
		const from = table === undefined ? 1 : findYamlValueLine(text, [String(key)]);
		const items = from === undefined ? [] : splitYamlList(text, from);
		if (items.length !== list.length) continue;
		for (const [index, item] of items.entries()) {
			const own = asTable(list[index]);
			const rule = own && openRule(own);
			if (rule !== undefined) yield { opened: rule, text: item.text, line: line + item.line - 1 };
		}
	}
}

function opensRule(value: unknown): boolean {
	const table = asTable(value);
	return table !== undefined && openRule(table) !== undefined;
}

/** Gives the 1-based line of a rule's text on which its query starts. */
function findQueryLine(text: string, { language }: OpenedRule): number {
	const keys = language === "defender" ? ["queryCondition", "queryText"] : ["query"];
	return findYamlValueLine(text, keys) ?? findYamlValueLine(text, ["properties", ...keys]) ?? 1;
}

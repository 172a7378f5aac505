import { asTable, asText, asTexts, ownValue } from "../formats/values";
import type { RuleContext } from "./rule-reader";

/**
 * Reads the macros and lists that an import kept (`data/rule-context.json`); entries of other kinds, and ones that are damaged, are left
 * out, since only what the sources can give again is lost with them.
 */
export function readRuleContexts(text: string): readonly RuleContext[] {
	try {
		const json: unknown = JSON.parse(text);
		return Array.isArray(json) ? json.flatMap(readEntry) : [];
	} catch {
		return [];
	}
}

function readEntry(value: unknown): RuleContext[] {
	const table = asTable(value);
	const name = table && asText(ownValue(table, "name"));
	if (table === undefined || name === undefined) return [];
	const what = ownValue(table, "what");
	if (what === "splunk-macro") {
		const definition = asText(ownValue(table, "definition")) ?? "";
		const description = asText(ownValue(table, "description")) ?? "";
		return [
			{ what, name, arguments: asTexts(ownValue(table, "arguments")), definition, description },
		];
	}
	if (what === "reference-list" || what === "splunk-lookup-table")
		return [{ what, name, values: asTexts(ownValue(table, "values")) }];
	return [];
}

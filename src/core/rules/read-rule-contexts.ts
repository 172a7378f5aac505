import { parseJson } from "../formats/json";
import { asTable, asText, asTexts, ownValue } from "../formats/values";
import { problemOf, type Problem } from "../model/problem";
import type { RuleContext } from "./rule-reader";

/** Macros and lists, and what was wrong. */
export interface RuleContextReading {
	readonly contexts: readonly RuleContext[];
	readonly problems: readonly Problem[];
}

/**
 * Reads the macros and lists that an import kept (`data/rule-context.json`).
 *
 * A text that is no JSON gives none and a `read-syntax` problem with its line, one that is no list a `read-unrecognised` one. Entries of
 * other kinds, and ones that are damaged, are left out, since only what the sources can give again is lost with them.
 */
export function readRuleContexts(file: string, text: string): RuleContextReading {
	const parsed = parseJson(text);
	if (!parsed.ok) {
		const problem = problemOf(file, parsed.line, "read-syntax", parsed.reason);
		return { contexts: [], problems: [problem] };
	}
	if (!Array.isArray(parsed.json)) {
		const message = "these are not the macros and lists that an import keeps";
		return { contexts: [], problems: [problemOf(file, null, "read-unrecognised", message)] };
	}
	return { contexts: parsed.json.flatMap(readEntry), problems: [] };
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

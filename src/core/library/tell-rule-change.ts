import type { Rule } from "../model/rule";
import { NO_CONTEXT } from "../rules/query-context";
import { understandRule } from "../rules/understand-rule";
import { readRuleOfNote } from "./read-library-entry";

/** What differs between two states of a rule: what it detects, only what is said about it, or nothing. */
export type RuleChange = "logic" | "metadata" | "none";

/**
 * Tells what differs between two texts of one rule note.
 *
 * The logic is the tree of each query, the data that it reads and the log source: order of keys, comments and spelling of a query do not
 * count. A rule that stops or begins to be readable, and a query without a parser that changed, count as logic, so that nothing is
 * played down. `path` is the note's.
 */
export function tellRuleChange(path: string, before: string, after: string): RuleChange {
	if (before === after) return "none";
	const [one, other] = [before, after].map((text) => readRuleOfNote(path, text)?.rule);
	if (one === undefined || other === undefined) return one === other ? "metadata" : "logic";
	return logicOf(one) === logicOf(other) ? "metadata" : "logic";
}

/** What a rule detects, as a text that is the same for the same logic. */
function logicOf(rule: Rule): string {
	const queries = understandRule(rule, NO_CONTEXT).queries.map(({ query, parsed }) => [
		query.language,
		query.label,
		parsed === undefined
			? query.text
			: [parsed.detection, parsed.sources.map(({ kind, name }) => [kind, name])],
	]);
	return JSON.stringify([rule.kind, rule.logsource, queries], (key, value: unknown) =>
		PLACES.has(key) ? undefined : value,
	);
}

/** Where something stands in a text is no part of what it means. */
const PLACES: ReadonlySet<string> = new Set(["span", "at"]);

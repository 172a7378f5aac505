import { listOpaque, listPredicates } from "../languages/list-predicates";
import { findQueryParser } from "../languages/query-parsers";
import type { ParsedQuery, QueryContext } from "../model/detection";
import type { Problem } from "../model/problem";
import type { Rule, RuleQuery } from "../model/rule";
import type { LineIndex } from "../text/line-index";
import { indexLines } from "../text/line-index";

/** How much of a rule is understood; DESIGN's words. */
export type ParsedShare = "full" | "partial" | "opaque" | "none";

/** One query of a rule, taken apart. */
export interface UnderstoodQuery {
	readonly query: RuleQuery;
	/** Undefined where the language has no parser. */
	readonly parsed: ParsedQuery | undefined;
	/** Gives the 1-based line in the rule's file of a UTF-16 offset in the query. */
	lineAt(offset: number): number;
	/** Gives the 1-based column on that line, in UTF-16 units, as the query's text has it. */
	columnAt(offset: number): number;
}

/** A rule with its queries taken apart. */
export interface UnderstoodRule {
	readonly rule: Rule;
	readonly queries: readonly UnderstoodQuery[];
	readonly parsed: ParsedShare;
	/** Why it is not `full`, a clause each, without doubles. */
	readonly reasons: readonly string[];
}

/**
 * Takes a rule's queries apart.
 *
 * `full` when every token lies under a node and nothing is opaque or left out, `partial` when something is, `opaque` when no predicate was
 * recovered, `none` where the rule has no query. Never throws.
 */
export function understandRule(rule: Rule, context: QueryContext): UnderstoodRule {
	const queries = rule.queries.map((query) => understandQuery(query, context));
	// A machine learning job's filters are no query of their own.
	if (queries.length === 0 || rule.language === null)
		return { rule, queries, parsed: "none", reasons: ["the rule has no query"] };
	const reasons = new Set([...queries.flatMap(listReasons), ...(rule.leftOut ?? [])]);
	const hasPredicates = queries.some(
		({ parsed }) => parsed !== undefined && listPredicates(parsed.detection).length > 0,
	);
	const parsed = reasons.size === 0 ? "full" : hasPredicates ? "partial" : "opaque";
	return { rule, queries, parsed, reasons: [...reasons] };
}

/** Gives what the parsers said of a rule's queries, each thing once, with lines of the rule's file. */
export function listQueryProblems({ rule, queries }: UnderstoodRule): readonly Problem[] {
	const told = new Map<string, Problem>();
	for (const query of queries) {
		for (const { code, severity, message, span } of query.parsed?.problems ?? []) {
			const line = query.lineAt(span.start);
			const column = query.columnAt(span.start);
			const problem = { file: rule.file, line, column, code, severity, message };
			told.set(JSON.stringify([line, column, message]), problem);
		}
	}
	return [...told.values()];
}

function understandQuery(query: RuleQuery, context: QueryContext): UnderstoodQuery {
	const parsed = findQueryParser(query.language)?.(query.text, context);
	let lines: LineIndex | undefined;
	const positionAt: LineIndex["positionAt"] = (offset) => {
		lines ??= indexLines(query.text);
		return lines.positionAt(offset);
	};
	return {
		query,
		parsed,
		lineAt: (offset) => query.line + positionAt(offset).line - 1,
		columnAt: (offset) => {
			const { line, column } = positionAt(offset);
			return line === 1 ? column + (query.column ?? 1) - 1 : column;
		},
	};
}

/** Why a query is not understood whole; empty where it is. */
function listReasons({ query, parsed }: UnderstoodQuery): readonly string[] {
	if (parsed === undefined) return [`${query.language} queries are not taken apart`];
	const opaque = listOpaque(parsed.detection).map(({ reason }) => reason);
	const told = parsed.problems.filter(({ severity }) => severity !== "info");
	const { unconsumed } = parsed.tokens;
	// A slip that is read as what it plainly means is told, and leaves nothing out.
	const isWhole = opaque.length === 0 && told.every(({ severity }) => severity !== "error");
	if (isWhole && unconsumed === 0) return [];
	const reasons = [...told.map(({ message }) => message), ...opaque];
	return reasons.length > 0 ? reasons : [`${unconsumed} tokens of the query are not understood`];
}

import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { parseYaraL } from "../../../../src/core/languages/yara-l/parse-yara-l";
import type { ParsedQuery } from "../../../../src/core/model/detection";
import { isFull, NO_CONTEXT, showPredicates } from "../query-building";

/** Parses a text in which nothing is wrong; a list that is not known is no fault. */
export function read(text: string): ParsedQuery {
	const parsed = parseYaraL(text, NO_CONTEXT);
	if (!isFull(parsed) || parsed.problems.some(({ severity }) => severity !== "info"))
		throw new Error(`${text}: ${JSON.stringify(parsed.problems)}`);
	return parsed;
}

/** The predicates of a text, one line each; those on what the rule computed in brackets. */
export function list(text: string): readonly string[] {
	const parsed = read(text);
	const origins = listPredicates(parsed.detection).map(({ predicate }) => predicate.origin);
	return showPredicates(parsed).map((line, at) => (origins[at] === "event" ? line : `[${line}]`));
}

/** A rule of the given sections. */
export function buildRule(events: string, condition: string, match?: string): string {
	const grouping = match === undefined ? "" : `match: ${match}\n`;
	return `rule r {\nmeta:\n author = "a"\nevents:\n${events}\n${grouping}condition:\n ${condition}\n}`;
}

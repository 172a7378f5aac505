import { parseSigma } from "../../../../src/core/languages/sigma/parse-sigma";
import type { ParsedQuery } from "../../../../src/core/model/detection";
import { NO_CONTEXT, showPredicates } from "../query-building";

/** Parses a rule of which only the lines under `detection` are given. */
export function readDetection(lines: readonly string[], context = NO_CONTEXT): ParsedQuery {
	return parseSigma(["detection:", ...lines.map((line) => `  ${line}`), ""].join("\n"), context);
}

/** Parses a rule whose one selection holds one entry, and shows what it comes to. */
export function readEntry(entry: string, context = NO_CONTEXT): readonly string[] {
	return showPredicates(readDetection(["sel:", `  ${entry}`, "condition: sel"], context));
}

/** The problems of a query, each with its line and column in the text. */
export function showProblems(text: string, parsed: ParsedQuery): readonly string[] {
	return parsed.problems.map(({ severity, message, span }) => {
		const before = text.slice(0, span.start).split("\n");
		const column = (before.at(-1) ?? "").length + 1;
		return `${before.length}:${column} ${severity}: ${message}`;
	});
}

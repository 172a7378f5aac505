import { normaliseDate } from "../formats/dates";
import type { Rule } from "../model/rule";
import { normaliseLevel, statusFromFolder } from "./rule-metadata";

/** What a rule takes as it is from the comments above its query, beside what no comment states. */
export type HeaderFacts = Pick<
	Rule,
	| "kind"
	| "status"
	| "level"
	| "confidence"
	| "author"
	| "license"
	| "sourceRef"
	| "created"
	| "lastModified"
	| "references"
	| "falsePositives"
	| "related"
	| "simulations"
	| "regressionTests"
	| "prose"
>;

/**
 * Gives what the comments above a bare query state of its rule. `values` gives a field's values by the name that `readCommentField` has for
 * it; the status may stand in a folder's name, and a title that speaks of hunting makes it a hunt.
 */
export function describeHeader(
	values: (field: string) => readonly string[],
	{ path, title }: { readonly path: string; readonly title: string },
): HeaderFacts {
	const first = (name: string): string | null => values(name)[0] ?? null;
	return {
		kind: /\bhunt(?:ing)?\b/i.test(title) ? "hunt" : "rule",
		status: first("status")?.toLowerCase() ?? statusFromFolder(path),
		level: normaliseLevel(first("severity") ?? undefined),
		confidence: null,
		author: first("author"),
		license: first("license"),
		sourceRef: first("version"),
		created: normaliseDate(first("created")),
		lastModified: normaliseDate(first("modified")),
		references: values("reference"),
		falsePositives: values("false positives"),
		related: [],
		simulations: [],
		regressionTests: null,
		prose: [],
	};
}

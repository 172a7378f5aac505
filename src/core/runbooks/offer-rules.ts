import type { LinkSources } from "../executions/link-evidence";
import { linkRules } from "../executions/link-evidence";
import type { KnownTest } from "../executions/test-index";
import type { ExpectedRule } from "./expect-rules";
import { listTestRows } from "./list-test-rows";

/** The rules that a run of a test can say something of. */
export interface RuleOffer {
	/** Those that a person is asked for at once: they should fire, or say themselves that they belong to the test. */
	readonly first: readonly ExpectedRule[];
	/** The others of the test's techniques, those that look for some of what it does first. */
	readonly others: readonly ExpectedRule[];
}

/** Gives the rules that a run of a test can say something of; `text` is its runbook's note. */
export function offerRules(
	{ runbook, test }: KnownTest,
	text: string,
	sources: LinkSources,
): RuleOffer {
	const row = listTestRows(runbook, text, sources).find(({ facts }) => facts?.guid === test.guid);
	const expected = row?.rules() ?? [];
	const known = new Set(expected.map(({ rule }) => rule));
	// Rules that nobody runs any more are not expected, and can have fired all the same.
	const linked = linkRules(runbook, sources, test.guid)
		.filter(({ rule }) => !known.has(rule))
		.map((link): ExpectedRule => ({ ...link, should: false }));
	const all = [...expected, ...linked];
	const isFirst = ({ should, why }: ExpectedRule): boolean =>
		should || why.some(({ kind }) => kind === "simulation" || kind === "execution");
	return { first: all.filter(isFirst), others: all.filter((rule) => !isFirst(rule)) };
}

import type { LinkedRunbook } from "../executions/link-evidence";
import { linkRunbooks } from "../executions/link-evidence";
import type { RuleEntry } from "../library/library-entry";
import { findField } from "../library/read-rule-facts";
import { readRuleOfNote } from "../library/read-library-entry";
import type { RuleRun } from "../library/run-records";
import type { Predicate } from "../model/predicate";
import type { Rule, RuleProse, RuleQuery } from "../model/rule";
import { listQueryProblems, understandRule } from "../rules/understand-rule";
import type { Problem } from "../model/problem";
import type { TreeNode } from "./condition-tree";
import { showDetection } from "./condition-tree";
import type { OtherVendorRow } from "./other-vendors";
import { listOtherVendors } from "./other-vendors";
import type { RelatedRuleRow } from "./related-rules";
import { rankRelatedRules } from "./related-rules";
import type { PanelSources } from "./technique-panel";

/** What is known of one rule, worked out from its note's text as it is now. */
export interface RulePanel {
	readonly entry: RuleEntry;
	/** The rule that the note holds, undefined where it holds none. */
	readonly rule: Rule | undefined;
	readonly queries: readonly RulePanelQuery[];
	/** What the parsers said, with lines of the note. */
	readonly problems: readonly Problem[];
	/** Advice on implementing and tuning the rule, as upstream has it. */
	readonly advice: readonly RuleProse[];
	/** Rules of other vendors for the same techniques, the nearest first. */
	readonly otherVendors: readonly OtherVendorRow[];
	readonly related: readonly RelatedRuleRow[];
	/** Runs with a verdict on the rule, the latest first. */
	readonly runs: readonly RuleRun[];
	/** Runbooks that test it, each with why. */
	readonly runbooks: readonly LinkedRunbook[];
}

/** One query of a rule. */
export interface RulePanelQuery {
	/** Which product or table the query is for, null where the rule has one. */
	readonly label: string | null;
	/** The query as it stands in the rule, where it is only a part of the rule's text; else null. */
	readonly text: string | null;
	readonly tree: TreeNode;
}

/** Works out a rule's panel from its note; undefined where the library has no rule at that path. */
export function buildRulePanel(
	sources: PanelSources,
	path: string,
	text: string,
): RulePanel | undefined {
	const { library, resolver, knowledge } = sources;
	const entry = library.entry(path);
	if (entry?.kind !== "rule") return undefined;
	const reading = readRuleOfNote(path, text);
	const rule = reading?.rule;
	const understood = rule && understandRule(rule, knowledge.context);
	const labelOf = (predicate: Predicate): string | null =>
		(rule && findField(knowledge.fields, rule, predicate)?.label) ?? null;
	const related = rankRelatedRules(entry, library);
	return {
		entry,
		rule,
		queries: (understood?.queries ?? []).flatMap(({ query, parsed }) =>
			parsed === undefined
				? []
				: [
						{
							label: query.label,
							text: rule === undefined ? null : cutQuery(query, rule),
							tree: showDetection(parsed.detection, labelOf),
						},
					],
		),
		problems: [...(reading?.problems ?? []), ...(understood ? listQueryProblems(understood) : [])],
		advice: rule?.prose ?? [],
		otherVendors: listOtherVendors(entry, related, sources),
		related,
		runs: library.runs.ofRule(entry.path),
		runbooks: linkRunbooks(entry, { library, resolve: (id) => resolver.resolve(id).id }),
	};
}

/** In Sigma and YARA-L the whole rule is the query. */
function cutQuery(query: RuleQuery, rule: Rule): string | null {
	if (query.language === "sigma" || query.language === "yara-l") return null;
	const text = query.text.trim();
	return text === rule.text.trim() ? null : text;
}

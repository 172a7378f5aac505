import type { RuleEntry } from "../library/library-entry";
import { LEVELS } from "../model/rule";
import { compareCodeUnits } from "../text/compare";

/** Which rules count. An empty list lets all through. */
export interface RuleFilter {
	readonly vendors: readonly string[];
	/** In the vendors' words; "" stands for none. */
	readonly statuses: readonly string[];
	readonly dataSources: readonly string[];
	/** The least severe level that counts, "" for any; a rule without one counts only then. */
	readonly leastLevel: string;
}

/** Gives the rules that count, in the order given. */
export function filterRules(rules: readonly RuleEntry[], filter: RuleFilter): readonly RuleEntry[] {
	const least = rankLevel(filter.leastLevel);
	const vendors = new Set(filter.vendors);
	const statuses = new Set(filter.statuses);
	const sources = new Set(filter.dataSources);
	if (least < 0 && vendors.size + statuses.size + sources.size === 0) return rules;
	return rules.filter(
		({ vendor, status, level, facts }) =>
			(vendors.size === 0 || vendors.has(vendor)) &&
			(statuses.size === 0 || statuses.has(status ?? "")) &&
			rankLevel(level) >= least &&
			(sources.size === 0 || facts.dataSources.some((source) => sources.has(source))),
	);
}

function rankLevel(level: string | null): number {
	return LEVELS.findIndex((known) => known === level);
}

/** What rules can be told apart by. */
export interface RuleChoices {
	/** Each sorted, without doubles. */
	readonly vendors: readonly string[];
	/** "" where a rule has none. */
	readonly statuses: readonly string[];
	readonly dataSources: readonly string[];
}

/** Lists what these rules can be told apart by. */
export function listRuleChoices(rules: readonly RuleEntry[]): RuleChoices {
	return {
		vendors: sortedSet(rules.map(({ vendor }) => vendor)),
		statuses: sortedSet(rules.map(({ status }) => status ?? "")),
		dataSources: sortedSet(rules.flatMap(({ facts }) => facts.dataSources)),
	};
}

function sortedSet(texts: readonly string[]): readonly string[] {
	return [...new Set(texts)].sort(compareCodeUnits);
}

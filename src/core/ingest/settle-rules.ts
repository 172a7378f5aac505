import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import { compareCodeUnits } from "../text/compare";
import type { RuleCard } from "./rules/rule-card";
import { addToGroup } from "../text/add-to-group";

/** Rules with one id each, and what was said of the others. */
export interface SettledRules {
	/** Sorted by vendor, then id. */
	readonly rules: readonly RuleCard[];
	readonly problems: readonly Problem[];
}

/**
 * Sees to it that an id stands for one rule.
 *
 * Of several rules with one id, the active and then the youngest keeps it. The same text again, white space at its ends aside, is left out; another text is another
 * rule and is kept, under the id with its vendor or the names of its folders behind an `@`. Each is a `rule-duplicate-id`.
 */
export function settleRules(rules: readonly RuleCard[]): SettledRules {
	const groups = new Map<string, RuleCard[]>();
	for (const rule of rules) addToGroup(groups, rule.id, rule);
	const problems: Problem[] = [];
	const ids = new Set(groups.keys());
	const settled: RuleCard[] = [];
	for (const group of groups.values()) {
		for (const rule of settleGroup(group, ids, problems)) settled.push(rule);
	}
	return { rules: settled.sort(compareNames), problems };
}

function compareNames(a: RuleCard, b: RuleCard): number {
	if (a.vendor !== b.vendor) return compareCodeUnits(a.vendor, b.vendor);
	return compareCodeUnits(a.id, b.id);
}

function settleGroup(
	group: readonly RuleCard[],
	ids: Set<string>,
	problems: Problem[],
): readonly RuleCard[] {
	if (group.length === 1) return group;
	const [first, ...others] = [...group].sort(compareStanding);
	if (first === undefined) return [];
	const texts = new Map([[first.textMark, first.file]]);
	const kept = [first];
	for (const rule of others) {
		const twin = texts.get(rule.textMark);
		if (twin !== undefined) {
			const message = `the same rule is in ${twin}`;
			problems.push(problemOf(rule.file, rule.line, "rule-duplicate-id", message, "info"));
			continue;
		}
		const id = distinguish(rule, first, ids);
		const message = `${first.file} has another rule with the id ${rule.id}; this one is kept as ${id}`;
		problems.push(problemOf(rule.file, rule.line, "rule-duplicate-id", message, "warning"));
		texts.set(rule.textMark, rule.file);
		kept.push({ ...rule, id });
	}
	return kept;
}

/** Active before deprecated, young before old, then by file and line. */
function compareStanding(a: RuleCard, b: RuleCard): number {
	return (
		Number(isRetired(a)) - Number(isRetired(b)) ||
		compareCodeUnits(b.changed, a.changed) ||
		compareCodeUnits(a.file, b.file) ||
		a.line - b.line
	);
}

function isRetired(rule: RuleCard): boolean {
	return rule.status === "deprecated" || rule.status === "unsupported";
}

function distinguish(rule: RuleCard, first: RuleCard, ids: Set<string>): string {
	const folders = rule.file.split("/").slice(0, -1);
	let name = rule.vendor === first.vendor ? "" : rule.vendor;
	for (let count = 2; ; count++) {
		if (name !== "" && !ids.has(`${rule.id}@${name}`)) {
			ids.add(`${rule.id}@${name}`);
			return `${rule.id}@${name}`;
		}
		const folder = folders.pop();
		name =
			folder === undefined ? `${name} ${count}`.trim() : name === "" ? folder : `${folder}/${name}`;
	}
}

import type { Problem } from "../model/problem";
import type { Vendor } from "../model/rule";
import { problemOf } from "../model/problem";
import { compareCodeUnits } from "../text/compare";
import type { RuleCard } from "./rules/rule-card";
import type { RuleOwners } from "./rules/rule-owners";
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
 * Of several rules with one id, that of the vendor whose rule the vault has under it keeps it, then the active and the youngest; one that
 * an import kept under its folder's id keeps that.
 * The same text again, white space at its ends aside, is left out; another text is another rule and is kept, under the id with its vendor or
 * the names of its folders behind an `@`. Each is a `rule-duplicate-id`. What only another vault's note states keeps its id.
 */
export function settleRules(rules: readonly RuleCard[], owners: RuleOwners): SettledRules {
	const groups = new Map<string, RuleCard[]>();
	for (const rule of rules) addToGroup(groups, rule.id, rule);
	const problems: Problem[] = [];
	const ids = new Set(groups.keys());
	const settled: RuleCard[] = [];
	for (const [id, group] of groups) {
		const kept = claimKept(group, owners);
		for (const rule of kept.values()) ids.add(rule.id);
		const rest = group.filter((rule) => !kept.has(rule));
		settled.push(...settleGroup(rest, owners.ownerOf(id), ids, problems), ...kept.values());
		if (group.length > 1) problems.push(...[...kept.values()].map(tellKept));
	}
	return { rules: settled.sort(compareNames), problems };
}

/** Finds the rules that an import kept under the id with their folders' names; two that lie in one folder cannot be told apart by that. */
function claimKept(
	group: readonly RuleCard[],
	owners: RuleOwners,
): ReadonlyMap<RuleCard, RuleCard> {
	const claims = new Map<string, RuleCard[]>();
	for (const rule of group) {
		const id = findKeptId(rule, owners);
		if (id !== undefined) addToGroup(claims, id, rule);
	}
	const kept = new Map<RuleCard, RuleCard>();
	for (const [id, [rule, other]] of claims)
		if (rule !== undefined && other === undefined) kept.set(rule, { ...rule, id });
	return kept;
}

function findKeptId(rule: RuleCard, owners: RuleOwners): string | undefined {
	if (!("unit" in rule.record)) return undefined;
	const folders = rule.file.split("/").slice(0, -1);
	const id = folders
		.map((_, at) => `${rule.id}@${folders.slice(at).join("/")}`)
		.reverse()
		.find((name) => owners.holds(rule.vendor, name));
	if (id === undefined) return undefined;
	const isOther = owners.titleOf(rule.id) === rule.title && owners.titleOf(id) !== rule.title;
	return isOther ? undefined : id;
}

function tellKept({ file, line, id }: RuleCard): Problem {
	const message = `other rules have its id; this one is kept as ${id}, as before`;
	return problemOf(file, line, "rule-duplicate-id", message, "warning");
}

function compareNames(a: RuleCard, b: RuleCard): number {
	if (a.vendor !== b.vendor) return compareCodeUnits(a.vendor, b.vendor);
	return compareCodeUnits(a.id, b.id);
}

function settleGroup(
	group: readonly RuleCard[],
	owner: Vendor | undefined,
	ids: Set<string>,
	problems: Problem[],
): readonly RuleCard[] {
	const standing = [...group].sort((a, b) => compareStanding(a, b, owner));
	const [first] = standing;
	if (first === undefined) return [];
	const isTaken = owner !== undefined && first.vendor !== owner && "unit" in first.record;
	const holder = isTaken ? { vendor: owner, file: "the vault" } : first;
	const kept = isTaken ? [] : [first];
	const texts = new Map(kept.map(({ textMark, file }) => [textMark, file]));
	for (const rule of standing.slice(kept.length)) {
		const twin = texts.get(rule.textMark);
		if (twin !== undefined) {
			const message = `the same rule is in ${twin}`;
			problems.push(problemOf(rule.file, rule.line, "rule-duplicate-id", message, "info"));
			continue;
		}
		const id = distinguish(rule, holder.vendor, ids);
		const message = `${holder.file} has another rule with the id ${rule.id}; this one is kept as ${id}`;
		problems.push(problemOf(rule.file, rule.line, "rule-duplicate-id", message, "warning"));
		texts.set(rule.textMark, rule.file);
		kept.push({ ...rule, id });
	}
	return kept;
}

/** The owner's before others', active before deprecated, young before old, then by file and line. */
function compareStanding(a: RuleCard, b: RuleCard, owner: Vendor | undefined): number {
	return (
		Number(b.vendor === owner) - Number(a.vendor === owner) ||
		Number(isRetired(a)) - Number(isRetired(b)) ||
		compareCodeUnits(b.changed, a.changed) ||
		compareCodeUnits(a.file, b.file) ||
		a.line - b.line
	);
}

function isRetired(rule: RuleCard): boolean {
	return rule.status === "deprecated" || rule.status === "unsupported";
}

function distinguish(rule: RuleCard, holder: Vendor, ids: Set<string>): string {
	const folders = rule.file.split("/").slice(0, -1);
	let name = rule.vendor === holder ? "" : rule.vendor;
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

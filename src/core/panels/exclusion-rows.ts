import type { RuleEntry } from "../library/library-entry";
import type { ExclusionPart } from "../library/rule-facts";
import type { PredicateOperator, PredicateValue } from "../model/predicate";
import { compareCodeUnits } from "../text/compare";
import type { Steps } from "../text/steps";
import { finishSteps } from "../text/steps";
import type { CountedRow } from "./count-rules";
import { countEach, createRuleCounter } from "./count-rules";
import { showValue } from "./show-value";

/** One part of an exclusion, as panels show it. */
export interface ShownPart {
	/** The canonical id, else the rule's spelling; null for a keyword. */
	readonly field: string | null;
	/** `in` is told as `eq`. */
	readonly op: PredicateOperator;
	readonly value: PredicateValue;
	/** Whether the part is what must not hold. */
	readonly negated: boolean;
}

/** A conjunction that rules exclude as a whole. */
export interface ExclusionRow extends CountedRow {
	/** In order of field, value and operator. */
	readonly parts: readonly ShownPart[];
}

/** Counts what rules exclude, most used first. Two conjunctions of the same parts are one, in whatever order they are written. */
export function countExclusions(rules: readonly RuleEntry[]): readonly ExclusionRow[] {
	return finishSteps(countExclusionsInSteps(rules));
}

/** The same in pieces. */
export function* countExclusionsInSteps(
	rules: readonly RuleEntry[],
): Steps<readonly ExclusionRow[]> {
	const counter = createRuleCounter<readonly ExclusionPart[]>(keyOfGroup, (_, key) => key);
	yield* countEach(rules, (rule) => {
		for (const group of rule.facts.exclusions) counter.count(group, rule);
	});
	const rows = yield* counter.rows();
	return rows.map(({ item, rules: own }) => ({ parts: showGroup(item), rules: own }));
}

/** Equal for conjunctions of the same parts, in whatever order they are written. */
function keyOfGroup(group: readonly ExclusionPart[]): string {
	const [only] = group;
	if (group.length === 1 && only !== undefined) return keyOf(only);
	return sortParts(group)
		.map(({ key }) => key)
		.join("\n\n");
}

function showGroup(group: readonly ExclusionPart[]): readonly ShownPart[] {
	const [only] = group;
	if (group.length === 1 && only !== undefined) return [show(only)];
	return sortParts(group).map(({ part }) => show(part));
}

/** Gives the parts without doubles, in an order that does not follow the rule's. */
function sortParts(
	group: readonly ExclusionPart[],
): readonly { readonly key: string; readonly part: ExclusionPart }[] {
	return group
		.map((part) => ({ key: keyOf(part), part }))
		.sort((a, b) => compareCodeUnits(a.key, b.key))
		.filter(({ key }, index, all) => key !== all[index - 1]?.key);
}

function show({ field, canonical, op, value, negated }: ExclusionPart): ShownPart {
	return { field: canonical ?? field, op: op === "in" ? "eq" : op, value, negated };
}

function keyOf(part: ExclusionPart): string {
	const { field, canonical, value, negated } = part;
	const op = part.op === "in" ? "eq" : part.op;
	const parts = [
		canonical ?? field ?? "",
		showValue(value),
		op,
		negated ? "not" : "",
		typeof value,
	];
	// Engines write out what is joined; a text put together with plus is only noted as its parts, and slower to compare.
	return parts.join("\n");
}

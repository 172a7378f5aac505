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
	const counter = createRuleCounter<Conjunction>();
	yield* countEach(rules, (rule) => {
		for (const group of rule.facts.exclusions) {
			const [first] = group;
			const conjunction =
				group.length === 1 && first !== undefined
					? { key: keyOf(first), parts: group }
					: sortParts(group);
			counter.count(conjunction.key, rule, () => conjunction);
		}
	});
	const rows = yield* counter.rows(({ key }) => key);
	return rows.map(({ row: { parts }, rules: own }) => ({ parts: parts.map(show), rules: own }));
}

/** What is excluded together; equal ones have the same key. */
interface Conjunction {
	readonly key: string;
	readonly parts: readonly ExclusionPart[];
}

/** Gives the parts without doubles, in an order that does not follow the rule's. */
function sortParts(group: readonly ExclusionPart[]): Conjunction {
	const sorted = group
		.map((part) => ({ key: keyOf(part), part }))
		.sort((a, b) => compareCodeUnits(a.key, b.key))
		.filter(({ key }, index, all) => key !== all[index - 1]?.key);
	return {
		key: sorted.map(({ key }) => key).join("\n\n"),
		parts: sorted.map(({ part }) => part),
	};
}

function show({ field, canonical, op, value, negated }: ExclusionPart): ShownPart {
	return { field: canonical ?? field, op: op === "in" ? "eq" : op, value, negated };
}

function keyOf(part: ExclusionPart): string {
	const { field, canonical, value, negated } = part;
	const op = part.op === "in" ? "eq" : part.op;
	return `${canonical ?? field ?? ""}\n${showValue(value)}\n${op}\n${negated ? "not" : ""}\n${typeof value}`;
}

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
	const counter = createRuleCounter<{
		readonly parts: readonly ShownPart[];
		readonly key: string;
	}>();
	yield* countEach(rules, (rule) => {
		for (const group of rule.facts.exclusions) {
			const [only] = group;
			if (group.length === 1 && only !== undefined) {
				const key = keyOf(only);
				counter.count(key, rule, () => ({ key, parts: [show(only)] }));
				continue;
			}
			const named = new Map(group.map((part) => [keyOf(part), part]));
			const sorted = [...named].sort(([a], [b]) => compareCodeUnits(a, b));
			const key = sorted.map(([part]) => part).join("\n\n");
			counter.count(key, rule, () => ({ key, parts: sorted.map(([, part]) => show(part)) }));
		}
	});
	const rows = yield* counter.rows(({ key }) => key);
	return rows.map(({ parts, rules: own }) => ({ parts, rules: own }));
}

function show({ field, canonical, op, value, negated }: ExclusionPart): ShownPart {
	return { field: canonical ?? field, op: op === "in" ? "eq" : op, value, negated };
}

function keyOf(part: ExclusionPart): string {
	const { field, canonical, value, negated } = part;
	const op = part.op === "in" ? "eq" : part.op;
	return `${canonical ?? field ?? ""}\n${showValue(value)}\n${op}\n${negated ? "not" : ""}\n${typeof value}`;
}

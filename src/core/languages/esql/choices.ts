import type { Condition } from "../../model/detection";
import type { PredicateValue } from "../../model/predicate";
import type { Choice, Choices } from "../syntax/choices";
import { countChoices } from "../syntax/choices";
import type { Expression } from "./esql-tree";

/** Reads `case(test, value, …, otherwise)`; undefined where it is no such call, or where `lower` does not understand a test. */
export function readChoices(
	value: Expression,
	lower: (test: Expression) => Condition | undefined,
): Choices | undefined {
	if (value.kind !== "call" || value.name !== "case") return undefined;
	const choices: Choice[] = [];
	let tested: Condition | undefined;
	for (const [index, item] of value.items.entries()) {
		if (index % 2 === 1)
			choices.push({ test: tested ?? { kind: "always" }, value: literalOf(item) });
		else if (index + 1 === value.items.length) return { choices, otherwise: literalOf(item) };
		else if ((tested = lower(item)) === undefined) return undefined;
	}
	return { choices, otherwise: null };
}

function literalOf(value: Expression): PredicateValue | undefined {
	return value.kind === "literal" ? value.value : undefined;
}

/** Aggregates that are 0 or null for a group without what they count; the value is what they do not count. */
const COUNTING: ReadonlyMap<string, readonly PredicateValue[]> = new Map([
	["sum", [null, 0, false]],
	["max", [null, 0, false]],
	["count", [null]],
	["count_distinct", [null]],
	["values", [null]],
]);

/** Gives what an aggregate over a column of choices says; undefined where it says nothing. */
export function aggregateChoices(name: string, choices: Choices): Choices | undefined {
	const nothing = COUNTING.get(name);
	return nothing && countChoices(choices, nothing);
}

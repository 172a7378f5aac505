import type { Condition } from "../../model/detection";
import type { PredicateOperator, PredicateTerm, PredicateValue } from "../../model/predicate";
import { addToGroup } from "../../text/add-to-group";

/** A value with the operator that it comes down to. */
export interface OperatorValue {
	readonly op: PredicateOperator;
	/** Undefined where the operator takes none. */
	readonly value: PredicateValue | undefined;
	/** UTF-16 offset in the query's text. */
	readonly at: number;
}

/** Makes one condition for each operator among values of one field, in the order in which these first occur. */
export function groupByOperator(
	values: readonly OperatorValue[],
	make: (op: PredicateOperator, terms: readonly PredicateTerm[]) => Condition,
): readonly Condition[] {
	const first = values[0]?.op;
	if (first === undefined) return [];
	// Nearly always they are all alike.
	if (values.every(({ op }) => op === first)) return [make(first, termsOf(values))];
	const groups = new Map<PredicateOperator, OperatorValue[]>();
	for (const value of values) addToGroup(groups, value.op, value);
	return [...groups].map(([op, group]) => make(op, termsOf(group)));
}

function termsOf(values: readonly OperatorValue[]): readonly PredicateTerm[] {
	return values[0]?.value === undefined
		? []
		: values.map(({ value = null, at }) => ({ value, at }));
}

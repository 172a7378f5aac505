import type { PredicateOperator } from "../../model/predicate";

/** Signs that compare by order. */
export const ORDER_SIGNS: ReadonlyMap<string, PredicateOperator> = new Map([
	["<", "lt"],
	["<=", "le"],
	[">", "gt"],
	[">=", "ge"],
]);

/** Those, and the signs for equality, of which languages write one or the other. */
export const COMPARISON_SIGNS: ReadonlyMap<string, PredicateOperator> = new Map([
	...ORDER_SIGNS,
	["=", "eq"],
	["==", "eq"],
	["!=", "ne"],
]);

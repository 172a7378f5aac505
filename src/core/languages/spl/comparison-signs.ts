import type { PredicateOperator } from "../../model/predicate";

/** What a comparison asks, by the sign for it, in searches and expressions. */
export const COMPARISON_SIGNS: ReadonlyMap<string, PredicateOperator> = new Map([
	["=", "eq"],
	["==", "eq"],
	["!=", "ne"],
	["<", "lt"],
	[">", "gt"],
	["<=", "le"],
	[">=", "ge"],
]);

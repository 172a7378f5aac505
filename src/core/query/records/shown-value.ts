import type { PredicateValue } from "../../model/predicate";

/** Gives what a cell shows of a predicate's value: scalars as they are, another field or a list by its name. */
export function shownValue(value: PredicateValue): string | number | boolean | null {
	if (typeof value !== "object" || value === null) return value;
	return "ref" in value ? value.ref : value.list;
}

/** Tells what a value is: `value`, `ref` (another field or an expression), `list` (a named list); null where there is none. */
export function kindOfValue(value: PredicateValue): string | null {
	if (value === null) return null;
	if (typeof value !== "object") return "value";
	return "ref" in value ? "ref" : "list";
}

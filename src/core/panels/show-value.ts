import type { PredicateValue } from "../model/predicate";

/** Writes a value as a cell shows it: another field by its name, a list in percent signs. */
export function showValue(value: PredicateValue): string {
	if (value === null) return "null";
	if (typeof value !== "object") return String(value);
	return "ref" in value ? value.ref : `%${value.list}%`;
}

import type { Condition } from "../../model/detection";
import { partsOf } from "../list-predicates";
import type { EqlCall } from "./eql-value";
import { mapPredicates } from "./map-predicates";

/**
 * Lowers `arraySearch(array, variable, condition)` to its condition with the array's name in place of the variable's. Where several
 * predicates have to hold for one and the same element, they name the function as their transform. Undefined for other parameters.
 */
export function searchElements(call: EqlCall): Condition | undefined {
	const [array, variable, search] = call.parameters;
	if (array?.kind !== "field" || variable?.kind !== "field" || search?.kind !== "condition")
		return undefined;
	const transform = isAnyOf(search.condition) ? null : call.written;
	return mapPredicates(search.condition, (predicate) => {
		const { field } = predicate;
		if (field !== variable.name && field?.startsWith(`${variable.name}.`) !== true)
			return predicate;
		const path = array.name + field.slice(variable.name.length);
		return { ...predicate, field: path, transform: predicate.transform ?? transform };
	});
}

/** Whether one predicate is enough. */
function isAnyOf(condition: Condition): boolean {
	if (condition.kind === "predicate") return true;
	return condition.kind === "or" && partsOf(condition).every(isAnyOf);
}

import type { Condition } from "../../model/detection";
import { leaf } from "../syntax/conditions";
import type { EqlCall } from "./eql-value";

/**
 * Lowers `arraySearch(array, variable, condition)` to its condition with the array's name in place of the variable's. Where several
 * predicates have to hold for one and the same element, they name the function as their transform. Undefined for other parameters.
 */
export function searchElements(call: EqlCall): Condition | undefined {
	const [array, variable, search] = call.parameters;
	if (array?.kind !== "field" || variable?.kind !== "field" || search?.kind !== "condition")
		return undefined;
	const isOne = search.condition.kind === "predicate";
	return rename(search.condition, variable.name, array.name, isOne ? null : call.written);
}

function rename(
	condition: Condition,
	variable: string,
	array: string,
	transform: string | null,
): Condition {
	switch (condition.kind) {
		case "predicate": {
			const { field } = condition.predicate;
			if (field !== variable && field?.startsWith(`${variable}.`) !== true) return condition;
			const own = condition.predicate.transform ?? transform;
			const path = array + field.slice(variable.length);
			return leaf({ ...condition.predicate, field: path, transform: own });
		}
		case "not":
			return { ...condition, part: rename(condition.part, variable, array, transform) };
		case "and":
		case "or":
		case "at-least": {
			const parts = condition.parts.map((part) => rename(part, variable, array, transform));
			return { ...condition, parts };
		}
		case "always":
		case "opaque":
			return condition;
	}
}

import type { Condition } from "../../model/detection";
import type { Predicate } from "../../model/predicate";
import { leaf } from "../syntax/conditions";

/** Gives a condition with every predicate replaced. */
export function mapPredicates(
	condition: Condition,
	replace: (predicate: Predicate) => Predicate,
): Condition {
	switch (condition.kind) {
		case "predicate":
			return leaf(replace(condition.predicate));
		case "not":
			return { ...condition, part: mapPredicates(condition.part, replace) };
		case "and":
		case "or":
		case "at-least":
			return { ...condition, parts: condition.parts.map((part) => mapPredicates(part, replace)) };
		case "always":
		case "opaque":
			return condition;
	}
}

import type { Condition } from "../../model/detection";
import { ALWAYS, combine, negate } from "../syntax/conditions";
import { everyField } from "./kql-fields";
import type { KqlView } from "./kql-session";
import type { KqlExpression } from "./kql-tree";
import { lowerSearched } from "./lower-comparison";
import { lowerCondition } from "./lower-condition";

/** Lowers what `search` and `find` look for: a text by itself is looked for in all columns, with `*` for any text. */
export function lowerSearch(
	expression: KqlExpression,
	view: KqlView,
	isCaseSensitive: boolean,
): Condition {
	switch (expression.kind) {
		case "and":
		case "or":
			return combine(
				expression.kind,
				expression.parts.map((part) => lowerSearch(part, view, isCaseSensitive)),
			);
		case "call": {
			const [only] = expression.arguments;
			if (expression.name !== "not" || only === undefined) break;
			return negate(lowerSearch(only.value, view, isCaseSensitive));
		}
		case "star":
			return ALWAYS;
		case "literal": {
			const { value, start } = expression;
			if (typeof value === "boolean" || value === null) break;
			const field = everyField(view.columns);
			return lowerSearched(field, String(value), start, "match", isCaseSensitive, expression);
		}
		default:
	}
	return lowerCondition(expression, view);
}

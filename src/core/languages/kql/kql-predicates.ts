import type { Condition } from "../../model/detection";
import type { PredicateOperator, PredicateTerm } from "../../model/predicate";
import type { Span } from "../../text/span";
import { combine, leaf } from "../syntax/conditions";
import { evaluateConstant } from "./kql-constants";
import type { KqlField } from "./kql-fields";
import type { KqlView } from "./kql-session";
import type { KqlExpression } from "./kql-tree";

/** Makes a leaf on a field; one that has its values under conditions brings along those that must hold, in a group of its name. */
export function fieldLeaf(
	field: KqlField,
	op: PredicateOperator,
	terms: readonly PredicateTerm[],
	isCaseSensitive: boolean | null,
	{ start, end }: Span,
): Condition {
	const { name, transform, origin, source } = field;
	const predicate = {
		field: name,
		op,
		terms,
		isCaseSensitive: isCaseSensitive === true && field.isFolded ? false : isCaseSensitive,
		transform,
		origin,
		source,
		span: { start, end },
	};
	const made = leaf(predicate, field.original);
	const test = askField(field, op, terms);
	return test === undefined ? made : combine("and", [made, test], name);
}

/** A text that is empty counts as no value. */
function askField(
	{ ask }: KqlField,
	op: PredicateOperator,
	terms: readonly PredicateTerm[],
): Condition | undefined {
	if (op === "is_null" || op === "exists") return ask?.(op, [""]);
	return ask?.(
		op,
		terms.map(({ value }) => value),
	);
}

/** Makes a leaf that asks whether an expression is true. */
export function isTrue(field: KqlField, span: Span): Condition {
	return fieldLeaf(field, "eq", [{ value: true, at: span.start }], null, span);
}

/** What a field is compared with: a constant, or the expression as written. */
export function readTerm(expression: KqlExpression, view: KqlView): PredicateTerm {
	const constant = evaluateConstant(expression, view.scope);
	useNames(expression, view);
	if (constant?.kind === "scalar") return constant.term;
	return { value: { ref: view.session.textOf(expression) }, at: expression.start };
}

/** Notes the names that a value is made of, so that the queries behind them count. */
export function useNames(expression: KqlExpression, view: KqlView): void {
	switch (expression.kind) {
		case "name": {
			const binding = view.scope.find(expression.name);
			if (binding !== undefined && view.columns.find(expression.name) === undefined)
				view.session.use(binding);
			return;
		}
		case "call":
			for (const { value } of expression.arguments) useNames(value, view);
			return;
		case "arithmetic":
			for (const part of expression.parts) useNames(part, view);
			return;
		case "path":
			useNames(expression.base, view);
			return;
		default:
	}
}

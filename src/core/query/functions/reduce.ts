import type { Value } from "../../model/value";
import { EvaluationFailure } from "../evaluate/evaluation-failure";
import { applyOperator } from "../evaluate/operators";
import type { RunContext } from "../evaluate/run-context";
import type { BinaryOperator } from "../parse/ast";
import { isList } from "../value";
import { functionAt, giveNull, listAt, textAt, valueAt } from "./arguments";
import { defineFunction } from "./define-function";

const OPERATORS: readonly BinaryOperator[] = ["+", "-", "*", "/", "&", "|"];

/** `reduce(list, operator or function)`: the elements put together one after the other. */
export const reduce = defineFunction(
	"reduce",
	{
		"array, string": (args, context) => {
			if (listAt(args, 0).length === 0) return null;
			const operator = OPERATORS.find((known) => known === textAt(args, 1));
			if (operator !== undefined) return fold(listAt(args, 0), operator, context);
			throw new EvaluationFailure(`reduce() knows ${OPERATORS.join(" ")}, or takes a function`);
		},
		"array, function": (args) => {
			const [first = null, ...rest] = listAt(args, 0);
			const combine = functionAt(args, 1);
			return rest
				.filter((value) => value !== null)
				.reduce((total, value) => combine.call([total, value]), first);
		},
		"null, *": giveNull,
		"*, null": giveNull,
	},
	{ 2: [1] },
);

/** `sum(list)`: all elements added. */
export const sum = defineFunction("sum", {
	array: (args, context) => fold(listAt(args, 0), "+", context),
	"*": (args) => valueAt(args, 0),
});

/** `product(list)`: all elements multiplied. */
export const product = defineFunction("product", {
	array: (args, context) => fold(listAt(args, 0), "*", context),
	"*": (args) => valueAt(args, 0),
});

/** `average(list)`: the sum divided by the number of elements. */
export const average = defineFunction("average", {
	array: (args, context) => {
		const list = listAt(args, 0);
		const total = fold(list, "+", context);
		return total === null ? null : applyOperator("/", total, list.length, context);
	},
	"*": (args) => valueAt(args, 0),
});

/** The elements joined by an operator; null for an empty list. */
function fold(list: readonly Value[], operator: BinaryOperator, context: RunContext): Value {
	// One after the other, each sum of lists would be copied into the next.
	if (operator === "+" && list.length > 1 && list.every(isList)) return list.flat();
	const [first = null, ...rest] = list;
	return rest.reduce<Value>(
		(total, value) => applyOperator(operator, total, value, context),
		first,
	);
}

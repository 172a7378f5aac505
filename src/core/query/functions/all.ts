import type { Value } from "../../model/value";
import { isTrue } from "../values/truth";
import { functionAt, listAt } from "./arguments";
import { defineFunction, type QueryFunction } from "./define-function";

type Test = (value: Value) => boolean;

/** `all(list, [function])` or `all(a, b, …)`: every one is true. */
export const all = defineQuantifier("all", (values, test) => values.every(test));

/** `any(list, [function])` or `any(a, b, …)`: at least one is true. */
export const any = defineQuantifier("any", (values, test) => values.some(test));

/** `none(list, [function])` or `none(a, b, …)`: not one is true. */
export const none = defineQuantifier("none", (values, test) => !values.some(test));

function defineQuantifier(
	name: string,
	holds: (values: readonly Value[], test: Test) => boolean,
): QueryFunction {
	return defineFunction(name, {
		array: (args) => holds(listAt(args, 0), isTrue),
		"array, function": (args) => {
			const test = functionAt(args, 1);
			return holds(listAt(args, 0), (value) => isTrue(test.call([value])));
		},
		"...": (args) => holds(args, isTrue),
	});
}

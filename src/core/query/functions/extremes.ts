import type { Value } from "../../model/value";
import type { RunContext } from "../evaluate/run-context";
import { isList } from "../value";
import { compareValues } from "../values/value-order";
import { functionAt, giveNull, listAt } from "./arguments";
import { defineFunction, type QueryFunction } from "./define-function";

/** `min(a, b, …)` or `min(list)`: the least value, nulls left aside. */
export const min = defineExtreme("min", (difference) => difference <= 0);

/** `max(a, b, …)` or `max(list)`: the greatest value, nulls left aside. */
export const max = defineExtreme("max", (difference) => difference > 0);

/** `minby(list, function)`: the element for which the function gives least. */
export const minby = defineExtremeBy("minby", (difference) => difference <= 0);

/** `maxby(list, function)`: the element for which the function gives most. */
export const maxby = defineExtremeBy("maxby", (difference) => difference > 0);

type KeepsFirst = (difference: number) => boolean;

function defineExtreme(name: string, keepsFirst: KeepsFirst): QueryFunction {
	const choose = (left: Value, right: Value, context: RunContext): Value => {
		if (right === null) return left;
		if (left === null) return right;
		return keepsFirst(compareValues(left, right, context)) ? left : right;
	};
	const among = (values: readonly Value[], context: RunContext): Value => {
		const [first = null, ...rest] = values;
		// A list as the only argument is gone through instead.
		if (rest.length === 0 && isList(first)) return among(first, context);
		return rest.reduce((best, value) => choose(best, value, context), first);
	};
	return defineFunction(name, { "...": (args, context) => among(args, context) });
}

function defineExtremeBy(name: string, keepsFirst: KeepsFirst): QueryFunction {
	return defineFunction(name, {
		"array, function": (args, context) => {
			const list = listAt(args, 0);
			const measure = functionAt(args, 1);
			const measured = list.map((value) => ({ value, size: measure.call([value]) }));
			const known = measured.filter(({ size }) => size !== null);
			const [first, ...rest] = known;
			if (first === undefined) return list[0] ?? null;
			return rest.reduce((best, next) => {
				return keepsFirst(compareValues(best.size, next.size, context)) ? best : next;
			}, first).value;
		},
		"null, function": giveNull,
	});
}

import type { Value } from "../../model/value";
import type { RunContext } from "../evaluate/run-context";
import { isLink } from "../value";
import { compareValues } from "../values/value-order";
import { functionAt, giveNull, listAt, textAt, valueAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `sort(list, [function])`: in ascending order, of what the function gives for the elements where there is one. */
export const sort = defineFunction("sort", {
	array: (args, context) => sorted(listAt(args, 0), (value) => value, context),
	"array, function": (args, context) => {
		const key = functionAt(args, 1);
		const list = listAt(args, 0);
		// One element needs no key, which may fail.
		return list.length < 2 ? list : sorted(list, (value) => key.call([value]), context);
	},
	"*": (args) => valueAt(args, 0),
});

/** `reverse(list|text)`: back to front. */
export const reverse = defineFunction("reverse", {
	array: (args) => [...listAt(args, 0)].reverse(),
	string: (args) => textAt(args, 0).split("").reverse().join(""),
	"*": (args) => valueAt(args, 0),
});

/** `unique(list)`: each value once, in ascending order. */
export const unique = defineFunction("unique", {
	array: (args, context) => {
		const all = sorted(dropTwins(listAt(args, 0)), (value) => value, context);
		return all.filter(
			(value, at) => at === 0 || compareValues(all[at - 1] ?? null, value, context) !== 0,
		);
	},
	null: giveNull,
});

/** Rows of one note share their link to it: what is plainly the same need not be put in order. */
function dropTwins(list: readonly Value[]): readonly Value[] {
	const seen = new Set<Value>();
	return list.filter((value) => {
		if (typeof value !== "string" && !isLink(value)) return true;
		const isNew = !seen.has(value);
		seen.add(value);
		return isNew;
	});
}

function sorted(
	list: readonly Value[],
	keyOf: (value: Value) => Value,
	context: RunContext,
): Value[] {
	const keyed = list.map((value) => ({ value, key: keyOf(value) }));
	keyed.sort((a, b) => compareValues(a.key, b.key, context));
	return keyed.map(({ value }) => value);
}

import type { Value } from "../../model/value";
import { isList } from "../value";
import { giveNull, listAt, numberAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `slice(list, [start, [end]])`: the elements from one place up to another; negative places count from the end. */
export const slice = defineFunction("slice", {
	array: (args) => listAt(args, 0),
	"array, number": (args) => listAt(args, 0).slice(numberAt(args, 1)),
	"array, number, number": (args) => listAt(args, 0).slice(numberAt(args, 1), numberAt(args, 2)),
	null: giveNull,
});

/** `flat(list, [depth])`: the elements of lists in the list put in their place, one level deep unless told. */
export const flat = defineFunction("flat", {
	array: (args) => flatten(listAt(args, 0), 1),
	"array, number": (args) => flatten(listAt(args, 0), numberAt(args, 1)),
	null: giveNull,
});

function flatten(list: readonly Value[], depth: number): Value[] {
	return list.flatMap((value) =>
		depth >= 1 && isList(value) ? flatten(value, depth - 1) : [value],
	);
}

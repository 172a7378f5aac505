import { isTrue } from "../values/truth";
import { functionAt, giveNull, listAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `map(list, function)`: what the function gives for each element. */
export const map = defineFunction("map", {
	"array, function": (args) => {
		const change = functionAt(args, 1);
		return listAt(args, 0).map((value) => change.call([value]));
	},
	"null, *": giveNull,
});

/** `filter(list, function)`: the elements for which the function gives something true. */
export const filter = defineFunction("filter", {
	"array, function": (args) => {
		const test = functionAt(args, 1);
		return listAt(args, 0).filter((value) => isTrue(test.call([value])));
	},
	"null, *": giveNull,
});

import { giveNull, numberAt, textAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `number(text)`: the first number in a text, null where there is none. */
export const number = defineFunction(
	"number",
	{
		number: (args) => numberAt(args, 0),
		string: (args) => {
			const found = /-?\d+(?:\.\d+)?/.exec(textAt(args, 0));
			return found === null ? null : Number(found[0]);
		},
		null: giveNull,
	},
	{ 1: [0] },
);

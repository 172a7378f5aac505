import { giveNull, numberAt } from "./arguments";
import { defineFunction, type QueryFunction } from "./define-function";

/** `round(number, [digits])`: to whole numbers, halves up, or to a number of digits. */
export const round = defineFunction(
	"round",
	{
		number: (args) => Math.round(numberAt(args, 0)),
		null: giveNull,
		"number, number": (args) => {
			const [value, digits] = [numberAt(args, 0), numberAt(args, 1)];
			// toFixed takes no more than 100 digits.
			return digits <= 0 ? Math.round(value) : Number(value.toFixed(Math.min(digits, 100)));
		},
		"number, null": (args) => Math.round(numberAt(args, 0)),
		"null, *": giveNull,
	},
	{ 1: [0], 2: [0] },
);

/** `trunc(number)`: without its fraction. */
export const trunc = defineRounding("trunc", Math.trunc);

/** `floor(number)`: rounded down. */
export const floor = defineRounding("floor", Math.floor);

/** `ceil(number)`: rounded up. */
export const ceil = defineRounding("ceil", Math.ceil);

function defineRounding(name: string, change: (value: number) => number): QueryFunction {
	return defineFunction(
		name,
		{ number: (args) => change(numberAt(args, 0)), null: giveNull },
		{ 1: [0] },
	);
}

import { readWholeDuration } from "../../index/literals/duration-literal";
import { durationAt, giveNull, textAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `dur(text)`: the duration that a text means, null where it means none. */
export const dur = defineFunction(
	"dur",
	{
		string: (args) => readWholeDuration(textAt(args, 0).trim()) ?? null,
		duration: (args) => durationAt(args, 0),
		null: giveNull,
	},
	{ 1: [0] },
	"a number with its unit, such as dur(7 days), or a text",
);

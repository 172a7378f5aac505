import { giveNull, textAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `startswith(text, part)`: the text begins with the part. */
export const startswith = defineFunction(
	"startswith",
	{
		"string, string": (args) => textAt(args, 0).startsWith(textAt(args, 1)),
		"null, *": giveNull,
		"*, null": giveNull,
	},
	{ 2: [0, 1] },
);

/** `endswith(text, part)`: the text ends with the part. */
export const endswith = defineFunction(
	"endswith",
	{
		"string, string": (args) => textAt(args, 0).endsWith(textAt(args, 1)),
		"null, *": giveNull,
		"*, null": giveNull,
	},
	{ 2: [0, 1] },
);

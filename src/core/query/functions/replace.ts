import { giveNull, numberAt, textAt } from "./arguments";
import { compilePattern } from "./compile-pattern";
import { defineFunction } from "./define-function";

/** `replace(text, part, replacement)`: every occurrence of a part replaced. */
export const replace = defineFunction(
	"replace",
	{
		"string, string, string": (args) =>
			textAt(args, 0).split(textAt(args, 1)).join(textAt(args, 2)),
		"null, *, *": giveNull,
		"*, null, *": giveNull,
		"*, *, null": giveNull,
	},
	{ 3: [0, 1, 2] },
);

/** `split(text, pattern, [limit])`: the pieces between matches of a regular expression, with what its groups caught. */
export const split = defineFunction("split", {
	"string, string": (args, context) =>
		compilePattern(textAt(args, 1), context).split(textAt(args, 0)),
	"string, string, number": (args, context) =>
		compilePattern(textAt(args, 1), context).split(textAt(args, 0), numberAt(args, 2)),
	"null, *": giveNull,
	"*, null": giveNull,
	"*, *, null": giveNull,
	"*, null, *": giveNull,
	"null, *, *": giveNull,
});

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
	"string, string": (args) => pieces(textAt(args, 0), textAt(args, 1)),
	"string, string, number": (args) => pieces(textAt(args, 0), textAt(args, 1), numberAt(args, 2)),
	"null, *": giveNull,
	"*, null": giveNull,
	"*, *, null": giveNull,
	"*, null, *": giveNull,
	"null, *, *": giveNull,
});

/** A group that caught nothing is an empty text. */
function pieces(text: string, pattern: string, limit?: number): string[] {
	const found: readonly (string | undefined)[] = text.split(compilePattern(pattern), limit);
	return found.map((piece) => piece ?? "");
}

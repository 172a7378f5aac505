import { giveNull, textAt } from "./arguments";
import { compilePattern } from "./compile-pattern";
import { defineFunction } from "./define-function";

const giveFalse = (): boolean => false;

/** `regextest(pattern, text)`: the pattern is found in the text. */
export const regextest = defineFunction(
	"regextest",
	{
		"string, string": (args, context) =>
			compilePattern(textAt(args, 0), context).test(textAt(args, 1)),
		"null, *": giveFalse,
		"*, null": giveFalse,
	},
	{ 2: [0, 1] },
);

/** `regexmatch(pattern, text)`: the pattern is all of the text; where it has `^` or `$` at its ends, these alone hold it. */
export const regexmatch = defineFunction(
	"regexmatch",
	{
		"string, string": (args, context) => {
			const pattern = textAt(args, 0);
			const isAnchored = pattern.startsWith("^") || pattern.endsWith("$");
			const whole = isAnchored ? pattern : `^${pattern}$`;
			return compilePattern(whole, context, pattern).test(textAt(args, 1));
		},
		"null, *": giveFalse,
		"*, null": giveFalse,
	},
	{ 2: [0, 1] },
);

/** `regexreplace(text, pattern, replacement)`: every match replaced; `$1` is the first group. */
export const regexreplace = defineFunction(
	"regexreplace",
	{
		"string, string, string": (args, context) =>
			compilePattern(textAt(args, 1), context).replace(textAt(args, 0), textAt(args, 2)),
		"null, *, *": giveNull,
		"*, null, *": giveNull,
		"*, *, null": giveNull,
	},
	{ 3: [0, 1, 2] },
);

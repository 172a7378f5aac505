import { giveNull, numberAt, textAt } from "./arguments";
import { defineFunction } from "./define-function";

const NULLS = {
	"null, *": giveNull,
	"*, null": giveNull,
	"null, *, *": giveNull,
	"*, null, *": giveNull,
	"*, *, null": giveNull,
} as const;
const SPREADS = { 2: [0, 1], 3: [0, 1, 2] } as const;

/** `substring(text, start, [end])`: the characters from one place up to another. */
export const substring = defineFunction(
	"substring",
	{
		"string, number": (args) => textAt(args, 0).substring(numberAt(args, 1)),
		"string, number, number": (args) =>
			textAt(args, 0).substring(numberAt(args, 1), numberAt(args, 2)),
		...NULLS,
	},
	SPREADS,
);

/** `truncate(text, length, [suffix])`: cut to a length, the suffix (`...` unless told) included. */
export const truncate = defineFunction(
	"truncate",
	{
		"string, number, string": (args) => cut(textAt(args, 0), numberAt(args, 1), textAt(args, 2)),
		"string, number": (args) => cut(textAt(args, 0), numberAt(args, 1), "..."),
		...NULLS,
	},
	SPREADS,
);

function cut(text: string, length: number, suffix: string): string {
	const room = length - suffix.length;
	return text.length > room ? text.substring(0, Math.max(0, room)) + suffix : text;
}

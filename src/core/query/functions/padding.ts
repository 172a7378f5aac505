import { giveNull, numberAt, textAt } from "./arguments";
import { defineFunction, type QueryFunction } from "./define-function";

/** A longer text is not made by padding. */
const LONGEST = 100_000;

/** `padleft(text, length, [padding])`: filled up in front. */
export const padleft = definePadding("padleft", (text, length, padding) =>
	text.padStart(length, padding),
);

/** `padright(text, length, [padding])`: filled up behind. */
export const padright = definePadding("padright", (text, length, padding) =>
	text.padEnd(length, padding),
);

function definePadding(
	name: string,
	pad: (text: string, length: number, padding: string) => string,
): QueryFunction {
	const upTo = (length: number): number => Math.min(length, LONGEST);
	return defineFunction(
		name,
		{
			"string, number": (args) => pad(textAt(args, 0), upTo(numberAt(args, 1)), " "),
			"string, number, string": (args) =>
				pad(textAt(args, 0), upTo(numberAt(args, 1)), textAt(args, 2)),
			"null, *": giveNull,
			"*, null": giveNull,
			"null, *, *": giveNull,
			"*, null, *": giveNull,
			"*, *, null": giveNull,
		},
		{ 2: [0, 1], 3: [0, 1, 2] },
	);
}

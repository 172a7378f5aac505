import { giveNull, textAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `lower(text)`: in small letters. */
export const lower = defineFunction(
	"lower",
	{ string: (args) => textAt(args, 0).toLowerCase(), null: giveNull },
	{ 1: [0] },
);

/** `upper(text)`: in capitals. */
export const upper = defineFunction(
	"upper",
	{ string: (args) => textAt(args, 0).toUpperCase(), null: giveNull },
	{ 1: [0] },
);

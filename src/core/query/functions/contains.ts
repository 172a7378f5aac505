import type { Value } from "../../model/value";
import type { RunContext } from "../evaluate/run-context";
import { isList, isObject } from "../value";
import { equalValues } from "../values/value-order";
import { giveNull, listAt, textAt, valueAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `contains(object|list|text, value)`: has a key, an element (or one that contains it), or a part. */
export const contains = defineFunction(
	"contains",
	{
		"*, *": (args, context) =>
			holds(valueAt(args, 0), valueAt(args, 1), context, (text, part) => text.includes(part)),
	},
	{ 2: [1] },
);

/** `icontains(…)`: like `contains`, but case does not matter in texts. */
export const icontains = defineFunction(
	"icontains",
	{
		"*, *": (args, context) =>
			holds(valueAt(args, 0), valueAt(args, 1), context, (text, part) =>
				text.toLowerCase().includes(part.toLowerCase()),
			),
	},
	{ 2: [1] },
);

/** `econtains(…)`: like `contains`, but an element of a list has to be equal. */
export const econtains = defineFunction(
	"econtains",
	{
		"array, *": (args, context) =>
			context.lists
				.candidates(listAt(args, 0), valueAt(args, 1), context)
				.some((item) => equalValues(valueAt(args, 1), item, context)),
		"*, *": (args, context) =>
			holds(valueAt(args, 0), valueAt(args, 1), context, (text, part) => text.includes(part)),
	},
	{ 2: [1] },
);

/** `containsword(text, word)`: has it as a whole word, in any case. */
export const containsword = defineFunction(
	"containsword",
	{
		"string, string": (args) => hasWord(textAt(args, 0), textAt(args, 1)),
		"null, *": giveNull,
		"*, null": giveNull,
	},
	{ 2: [0, 1] },
);

function holds(
	container: Value,
	value: Value,
	context: RunContext,
	includes: (text: string, part: string) => boolean,
): boolean {
	if (isList(container)) {
		// A text is looked for inside of texts.
		const items =
			typeof value === "string" ? container : context.lists.candidates(container, value, context);
		return items.some((item) => holds(item, value, context, includes));
	}
	if (typeof value === "string") {
		if (typeof container === "string") return includes(container, value);
		if (isObject(container)) return [...container.fields.keys()].includes(value);
	}
	return equalValues(container, value, context);
}

/** The borders of a word are where letters, digits or `_` begin or end. */
function hasWord(text: string, word: string): boolean {
	const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
	return new RegExp(`\\b${escaped}\\b`, "i").test(text);
}

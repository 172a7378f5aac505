import type { Value } from "../../model/value";
import { formatValue } from "../values/format-value";
import type { TextStyle } from "../values/text-style";
import { listAt, textAt, valueAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `join(list, [separator])`: the elements as one text, behind `, ` unless told. */
export const join = defineFunction(
	"join",
	{
		"array, string": (args, { style }) => joined(listAt(args, 0), textAt(args, 1), style),
		"array, null": (args, { style }) => joined(listAt(args, 0), ", ", style),
		"*, string": (args, { style }) => formatValue(valueAt(args, 0), style),
		array: (args, { style }) => joined(listAt(args, 0), ", ", style),
		"*": (args, { style }) => formatValue(valueAt(args, 0), style),
	},
	{ 2: [1] },
);

function joined(list: readonly Value[], separator: string, style: TextStyle): string {
	return list.map((value) => formatValue(value, style)).join(separator);
}

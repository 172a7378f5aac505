import { formatValue } from "../values/format-value";
import { valueAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `string(any)`: a value as text. */
export const string = defineFunction("string", {
	"*": (args, { style }) => formatValue(valueAt(args, 0), style),
});

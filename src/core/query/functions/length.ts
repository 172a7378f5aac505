import { listAt, objectAt, textAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `length(list|object|text)`: how many elements, fields or characters (UTF-16 units). */
export const length = defineFunction("length", {
	array: (args) => listAt(args, 0).length,
	object: (args) => [...objectAt(args, 0).fields.keys()].length,
	string: (args) => textAt(args, 0).length,
	null: () => 0,
});

import { typeName } from "../value";
import { valueAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `typeof(any)`: the name of a value's type. */
export const typeOf = defineFunction("typeof", { "*": (args) => typeName(valueAt(args, 0)) });

import { defineFunction } from "./define-function";

/** `list(value1, …)`: a list of its arguments. */
export const list = defineFunction("list", { "...": (args) => args });

/** `array(…)`: the same as `list`. */
export const array = defineFunction("array", { "...": (args) => args });

import type { Value } from "../../model/value";
import { EvaluationFailure } from "../evaluate/evaluation-failure";
import { indexValue } from "../evaluate/index-value";
import type { RunContext } from "../evaluate/run-context";
import { isList } from "../value";
import { valueAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `object(key1, value1, …)`: an object with these fields. */
export const object = defineFunction("object", {
	"...": (args) => {
		if (args.length % 2 !== 0) {
			throw new EvaluationFailure("object() takes keys and values in turn: one value is missing");
		}
		const fields = new Map<string, Value>();
		for (let at = 0; at < args.length; at += 2) {
			fields.set(keyOf("object", valueAt(args, at)), valueAt(args, at + 1));
		}
		return { kind: "object", fields };
	},
});

/** `extract(object, key1, …)`: an object with only these fields of another, or of each in a list. */
export const extract = defineFunction("extract", {
	"...": ([value, ...keys], context) => {
		if (value === undefined) {
			throw new EvaluationFailure("extract() takes an object or a list, then the names of fields");
		}
		return pick(value, keys, context);
	},
});

function pick(value: Value, keys: readonly Value[], context: RunContext): Value {
	if (isList(value)) return value.map((item) => pick(item, keys, context));
	const fields = new Map<string, Value>();
	for (const key of keys) fields.set(keyOf("extract", key), indexValue(value, key, context));
	return { kind: "object", fields };
}

function keyOf(name: string, key: Value): string {
	if (typeof key === "string") return key;
	throw new EvaluationFailure(`the keys that ${name}() takes are texts`);
}

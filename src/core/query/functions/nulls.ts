import type { Value } from "../../model/value";
import { isTrue } from "../values/truth";
import { giveNull, listAt, valueAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `default(value, fallback)`: the fallback where the value is null; in lists for each element. */
export const fallback = defineFunction("default", { "*, *": firstOf }, { 2: [0, 1] });

/** `ldefault(value, fallback)`: like `default`, but lists are taken as a whole. */
export const ldefault = defineFunction("ldefault", { "*, *": firstOf });

/** `choice(condition, yes, no)`: one or the other. */
export const choice = defineFunction(
	"choice",
	{ "*, *, *": (args) => valueAt(args, isTrue(valueAt(args, 0)) ? 1 : 2) },
	{ 3: [0] },
);

/** `nonnull(list)` or `nonnull(a, b, …)`: without the nulls. */
export const nonnull = defineFunction("nonnull", {
	array: (args) => listAt(args, 0).filter((value) => value !== null),
	"...": (args) => args.filter((value) => value !== null),
});

/** `firstvalue(list)`: the first element that is not null. */
export const firstvalue = defineFunction("firstvalue", {
	array: (args) => listAt(args, 0).find((value) => value !== null) ?? null,
	null: giveNull,
});

function firstOf(args: readonly Value[]): Value {
	return valueAt(args, 0) ?? valueAt(args, 1);
}

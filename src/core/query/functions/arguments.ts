import type {
	DateValue,
	DurationValue,
	FunctionValue,
	LinkValue,
	ObjectValue,
	Value,
} from "../../model/value";
import { isDate, isDuration, isFunction, isLink, isList, isObject } from "../value";

/** A call whose arguments are not what its variant says is a mistake in the function's definition. */
function mismatch(at: number, type: string): never {
	throw new TypeError(`argument ${at + 1} was declared as ${type}`);
}

/** Gives an argument of any type; null where it is not there. */
export function valueAt(args: readonly Value[], at: number): Value {
	return args[at] ?? null;
}

/** Gives an argument that the variant declares as a string. */
export function textAt(args: readonly Value[], at: number): string {
	const value = valueAt(args, at);
	return typeof value === "string" ? value : mismatch(at, "string");
}

/** Gives an argument that the variant declares as a number. */
export function numberAt(args: readonly Value[], at: number): number {
	const value = valueAt(args, at);
	return typeof value === "number" ? value : mismatch(at, "number");
}

/** Gives an argument that the variant declares as an array. */
export function listAt(args: readonly Value[], at: number): readonly Value[] {
	const value = valueAt(args, at);
	return isList(value) ? value : mismatch(at, "array");
}

/** Gives an argument that the variant declares as a date. */
export function dateAt(args: readonly Value[], at: number): DateValue {
	const value = valueAt(args, at);
	return isDate(value) ? value : mismatch(at, "date");
}

/** Gives an argument that the variant declares as a duration. */
export function durationAt(args: readonly Value[], at: number): DurationValue {
	const value = valueAt(args, at);
	return isDuration(value) ? value : mismatch(at, "duration");
}

/** Gives an argument that the variant declares as a link. */
export function linkAt(args: readonly Value[], at: number): LinkValue {
	const value = valueAt(args, at);
	return isLink(value) ? value : mismatch(at, "link");
}

/** Gives an argument that the variant declares as an object. */
export function objectAt(args: readonly Value[], at: number): ObjectValue {
	const value = valueAt(args, at);
	return isObject(value) ? value : mismatch(at, "object");
}

/** Gives an argument that the variant declares as a function. */
export function functionAt(args: readonly Value[], at: number): FunctionValue {
	const value = valueAt(args, at);
	return isFunction(value) ? value : mismatch(at, "function");
}

/** A variant that gives null. */
export function giveNull(): null {
	return null;
}

import type {
	DateValue,
	DurationValue,
	FunctionValue,
	LinkValue,
	ObjectValue,
	Value,
	WebLinkValue,
} from "../model/value";

/** The type names that `typeof` gives and that comparisons of unlike values go by. */
export type TypeName =
	| "null"
	| "boolean"
	| "number"
	| "string"
	| "date"
	| "duration"
	| "link"
	| "array"
	| "object"
	| "widget"
	| "function";

type Tagged = DateValue | DurationValue | LinkValue | ObjectValue | WebLinkValue | FunctionValue;

/** Tells whether a value is a list; its elements are values again. */
export function isList(value: Value): value is readonly Value[] {
	return Array.isArray(value);
}

/** Gives a value that is neither scalar nor list, else undefined. */
function asTagged(value: Value): Tagged | undefined {
	return typeof value === "object" && value !== null && !isList(value) ? value : undefined;
}

/** Tells whether a value is a date. */
export function isDate(value: Value): value is DateValue {
	return asTagged(value)?.kind === "date";
}

/** Tells whether a value is a duration. */
export function isDuration(value: Value): value is DurationValue {
	return asTagged(value)?.kind === "duration";
}

/** Tells whether a value is a link to a note. */
export function isLink(value: Value): value is LinkValue {
	return asTagged(value)?.kind === "link";
}

/** Tells whether a value is an object. */
export function isObject(value: Value): value is ObjectValue {
	return asTagged(value)?.kind === "object";
}

/** Tells whether a value is a function. */
export function isFunction(value: Value): value is FunctionValue {
	return asTagged(value)?.kind === "function";
}

/** Gives the type name of a value. */
export function typeName(value: Value): TypeName {
	if (value === null) return "null";
	if (typeof value === "string") return "string";
	if (typeof value === "number") return "number";
	if (typeof value === "boolean") return "boolean";
	if (isList(value)) return "array";
	return value.kind === "web-link" ? "widget" : value.kind;
}

import type { Condition } from "../../model/detection";
import type { Predicate } from "../../model/predicate";
import type { Span } from "../../text/span";

/** Restricts nothing. */
export const ALWAYS: Condition = { kind: "always" };

/** Makes a leaf, perhaps on a field that is another name of the events' `original`. */
export function leaf(predicate: Predicate, original?: string): Condition {
	return {
		kind: "predicate",
		predicate: original === undefined ? predicate : { ...predicate, original },
	};
}

/** Makes a leaf of what was not understood. */
export function opaque(text: string, reason: string, span: Span): Condition {
	return { kind: "opaque", text, reason, span };
}

/** Turns a condition round; twice is once more itself. */
export function negate(part: Condition): Condition {
	return part.kind === "not" ? part.part : { kind: "not", part };
}

/**
 * Joins conditions. Unnamed parts of the same kind are taken into the list; `always` is left out of an `and` and swallows an `or`;
 * one part is itself, none restricts nothing.
 */
export function combine(
	kind: "and" | "or",
	parts: readonly Condition[],
	name: string | null = null,
): Condition {
	const only = parts[0];
	if (parts.length === 1 && only !== undefined && name === null) return only;
	if (parts.length > 1 && !parts.some(kind === "and" ? mergesIntoAnd : mergesIntoOr))
		return { kind, parts: parts.slice(), name };
	const flat: Condition[] = [];
	for (const part of parts) {
		if (part.kind === "always") {
			if (kind === "or") return ALWAYS;
		} else if (part.kind === kind && part.name === null) {
			for (const inner of part.parts) flat.push(inner);
		} else flat.push(part);
	}
	const first = flat[0];
	if (first === undefined) return ALWAYS;
	return flat.length === 1 ? first : { kind, parts: flat, name };
}

function mergesIntoAnd(part: Condition): boolean {
	return part.kind === "always" || (part.kind === "and" && part.name === null);
}

function mergesIntoOr(part: Condition): boolean {
	return part.kind === "always" || (part.kind === "or" && part.name === null);
}

import type { Condition } from "../../model/detection";
import type { Predicate, PredicateTerm } from "../../model/predicate";
import type { Span } from "../../text/span";
import { foldLayout } from "./fold-layout";

/** Restricts nothing. */
export const ALWAYS: Condition = { kind: "always" };

/** Makes a leaf, perhaps on a field that is another name of the events' `original`; expressions in it lose their line breaks. */
export function leaf(predicate: Predicate, original?: string): Condition {
	const { field, terms, origin } = predicate;
	const name = field === null || origin === "event" ? field : foldLayout(field);
	const isFlat = name === field && !terms.some(isLaidOut);
	const folded = isFlat ? predicate : { ...predicate, field: name, terms: terms.map(foldTerm) };
	return {
		kind: "predicate",
		predicate: original === undefined ? folded : { ...folded, original },
	};
}

function foldTerm(term: PredicateTerm): PredicateTerm {
	const ref = refOf(term);
	return ref === undefined ? term : { ...term, value: { ref: foldLayout(ref) } };
}

function isLaidOut(term: PredicateTerm): boolean {
	const ref = refOf(term);
	return ref !== undefined && foldLayout(ref) !== ref;
}

function refOf({ value }: PredicateTerm): string | undefined {
	return typeof value === "object" && value !== null && "ref" in value ? value.ref : undefined;
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

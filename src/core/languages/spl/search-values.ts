import type { PredicateOperator, PredicateTerm, PredicateValue } from "../../model/predicate";
import { ANY_RUN, lowerGlob, type GlobPiece } from "../syntax/globs";
import { readPlainNumber } from "../syntax/plain-values";

/** A value as a search writes it, with escapes resolved. */
export interface SearchValue {
	readonly text: string;
	/** Whether any of it stood in quotes; its asterisks are wildcards all the same. */
	readonly isQuoted: boolean;
	/** Whether letter case counts (`CASE(…)`). */
	readonly isCaseSensitive: boolean;
	/** An expression or a name between dollar signs, that is known when the search runs. */
	readonly isReference: boolean;
	/** Where it stands in the query as given. */
	readonly at: number;
}

/** A value with the operator that equality with it means. */
export interface LoweredValue {
	readonly op: Extract<
		PredicateOperator,
		"eq" | "contains" | "starts_with" | "ends_with" | "wildcard" | "exists" | "cidr_match"
	>;
	/** None for `exists`. */
	readonly terms: readonly PredicateTerm[];
}

/**
 * Lowers the value of a search's `field=value`: an asterisk is a wildcard, in quotes too, and nothing can escape it; a subnet matches the
 * addresses in it. Source: Splunk Search Reference, "search"; Search Manual, "Wildcards".
 */
export function lowerSearchValue(value: SearchValue): LoweredValue {
	const { text, at } = value;
	if (value.isReference) return { op: "eq", terms: [{ value: { ref: text }, at }] };
	if (!text.includes("*")) {
		const op = isSubnet(text) ? "cidr_match" : "eq";
		return { op, terms: [{ value: plainValue(value), at }] };
	}
	const lowered = lowerGlob(readWildcards(text));
	if (lowered.value === null) return { op: "exists", terms: [] };
	return { op: lowered.op, terms: [{ value: lowered.value, at }] };
}

/** Gives a value as a number where it is one outside of quotes. */
export function plainValue(value: SearchValue): PredicateValue {
	if (value.isReference) return { ref: value.text };
	return (value.isQuoted ? undefined : readPlainNumber(value.text)) ?? value.text;
}

/** Whether a text is a subnet in CIDR notation. */
export function isSubnet(text: string): boolean {
	return (
		text.includes("/") &&
		(/^\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}$/.test(text) ||
			/^(?=[\da-f]{0,4}:)[\da-f:.]{2,45}\/\d{1,3}$/i.test(text))
	);
}

function readWildcards(text: string): readonly GlobPiece[] {
	const pieces: GlobPiece[] = [];
	for (const piece of text.split("*")) {
		if (pieces.length > 0) pieces.push(ANY_RUN);
		pieces.push(piece);
	}
	return pieces;
}

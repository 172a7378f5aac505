import type { Condition } from "../../model/detection";
import { negate } from "../syntax/conditions";
import { mirrorComparison } from "../syntax/mirror-comparison";
import { COMPARISON_SIGNS } from "../syntax/comparison-signs";
import { makeLeaf, termOf } from "./describe-value";
import type { EqlPlace } from "./describe-value";
import { findSubject } from "./eql-value";
import type { EqlValue } from "./eql-value";
import { isTruthCall, lowerCall } from "./lower-call";
import { lowerAlternatives, lowerEqlGlob, lowerEqlRegex } from "./lower-patterns";

/** Whether this is one of `== != < <= > >=`, or `=`, which older queries write for `==`. */
export function isComparison(sign: string): boolean {
	return COMPARISON_SIGNS.has(sign);
}

/** Lowers `left sign right`. A constant on the left changes sides. */
export function lowerComparison(
	left: EqlValue,
	sign: string,
	right: EqlValue,
	place: EqlPlace,
): Condition {
	if (findSubject(left) === undefined && findSubject(right) !== undefined)
		return lowerComparison(right, mirrorComparison(sign), left, place);
	const op = COMPARISON_SIGNS.get(sign) ?? "eq";
	const isEquality = op === "eq" || op === "ne";
	if (right.kind === "literal" && isEquality) {
		if (right.value === null) {
			const test = op === "eq" ? "is_null" : "exists";
			return makeLeaf(left, test, [], null, place);
		}
		if (typeof right.value === "boolean" && left.kind === "call" && isTruthCall(left)) {
			const truth = lowerCall(left, place);
			return (op === "eq") === right.value ? truth : negate(truth);
		}
	}
	const term = termOf(right, place.text);
	const isText = typeof term.value === "string" || (isEquality && right.kind !== "literal");
	return makeLeaf(left, op, [term], isText ? true : null, place);
}

/** Lowers `value in (…)` and `value in~ (…)`. */
export function lowerIn(
	value: EqlValue,
	items: readonly EqlValue[],
	folds: boolean,
	place: EqlPlace,
): Condition {
	const terms = items.map((item) => termOf(item, place.text));
	const isText = terms.some((term) => typeof term.value !== "number");
	const isCaseSensitive = isText ? !folds : null;
	return makeLeaf(value, "in", terms, isCaseSensitive, place);
}

/** Lowers `:`, `like` and `regex`, with one pattern or a list of alternatives; `word` is in lower case, with its `~`. */
export function lowerMatch(
	value: EqlValue,
	word: string,
	items: readonly EqlValue[],
	place: EqlPlace,
): Condition {
	const [item, another] = items;
	if (
		word === ":" &&
		item?.kind === "literal" &&
		typeof item.value === "boolean" &&
		another === undefined
	)
		return lowerComparison(value, "==", item, place);
	const lower = word.startsWith("regex") ? lowerEqlRegex : lowerEqlGlob;
	const isText = items.some((item) => item.kind !== "literal" || typeof item.value === "string");
	const folds = word === ":" || word.endsWith("~");
	return lowerAlternatives(value, items, lower, isText ? !folds : null, place);
}

import type { Condition } from "../../model/detection";
import { combine } from "../syntax/conditions";
import { groupByOperator } from "../syntax/group-by-operator";
import type { OperatorValue } from "../syntax/group-by-operator";
import { makeLeaf, termOf } from "./describe-value";
import type { EqlPlace } from "./describe-value";
import type { EqlValue } from "./eql-value";

/** A value with the operator that its pattern asks for; `value` is undefined where the operator takes none. */
export type LoweredPattern = Pick<OperatorValue, "op" | "value">;

/**
 * Lowers a pattern of `:`, `like` or `wildcard()`: `*` is any run, `?` any one character, and nothing escapes them (Elasticsearch's
 * `StringUtils.toLikePattern`), so a backslash is always itself.
 */
export function lowerEqlGlob(text: string): LoweredPattern {
	let from = 0;
	let to = text.length;
	while (text[from] === "*") from++;
	while (to > from && text[to - 1] === "*") to--;
	if (from === to && from > 0) return { op: "exists", value: undefined };
	const value = from === 0 && to === text.length ? text : text.slice(from, to);
	if (value.includes("*") || value.includes("?")) return { op: "wildcard", value: text };
	if (from > 0) return { op: to < text.length ? "contains" : "ends_with", value };
	return { op: to < text.length ? "starts_with" : "eq", value };
}

/** An expression of `regex`, which is Lucene's and matches the whole value, stays one. */
export function lowerEqlRegex(text: string): LoweredPattern {
	return { op: "regex_match", value: text };
}

/**
 * Makes one predicate for each operator among alternatives, in the order in which these first occur, joined by `or`. `lower` reads text as a
 * pattern; what is no text is compared as it is.
 */
export function lowerAlternatives(
	subject: EqlValue,
	items: readonly EqlValue[],
	lower: (text: string) => LoweredPattern,
	isCaseSensitive: boolean | null,
	place: EqlPlace,
): Condition {
	const values = items.map((item) => lowerItem(item, lower, place.text));
	const leaves = groupByOperator(values, (op, terms) =>
		// Whether there is a value is no matter of letter case.
		makeLeaf(subject, op, terms, terms.length === 0 ? null : isCaseSensitive, place),
	);
	return combine("or", leaves);
}

function lowerItem(
	item: EqlValue,
	lower: (text: string) => LoweredPattern,
	text: string,
): OperatorValue {
	const { value, at } = termOf(item, text);
	if (item.kind !== "literal") return { op: "eq", value, at };
	if (typeof value === "string") {
		const lowered = lower(value);
		return { op: lowered.op, value: lowered.value, at };
	}
	return value === null ? { op: "is_null", value: undefined, at } : { op: "eq", value, at };
}

import type { Condition } from "../../model/detection";
import type { Predicate, PredicateOperator, PredicateTerm } from "../../model/predicate";
import { combine, leaf } from "../syntax/conditions";
import { ANY_ONE, ANY_RUN, lowerGlob } from "../syntax/globs";
import type { GlobPiece } from "../syntax/globs";

/** A value with the operator that its pattern asks for; `value` is undefined where the operator takes none. */
export interface LoweredPattern {
	readonly op: PredicateOperator;
	readonly value: string | undefined;
}

/**
 * Lowers a pattern of `:`, `like` or `wildcard()`: `*` is any run, `?` any one character, and nothing escapes them (Elasticsearch's
 * `StringUtils.toLikePattern`), so a backslash is always itself.
 */
export function lowerEqlGlob(text: string): LoweredPattern {
	if (!/[*?]/.test(text)) return { op: "eq", value: text };
	const pieces: GlobPiece[] = [];
	for (const part of text.split(/([*?])/))
		if (part !== "") pieces.push(part === "*" ? ANY_RUN : part === "?" ? ANY_ONE : part);
	const { op, value } = lowerGlob(pieces);
	return { op, value: op === "wildcard" ? text : (value ?? undefined) };
}

/** An expression of `regex`, which is Lucene's and matches the whole value, stays one. */
export function lowerEqlRegex(text: string): LoweredPattern {
	return { op: "regex_match", value: text };
}

/** One value of a list and the operator that it asks for; `term` is undefined where the operator takes none. */
export interface Alternative {
	readonly op: PredicateOperator;
	readonly term: PredicateTerm | undefined;
}

/** Makes one predicate for each operator among the alternatives, in the order in which they first occur, joined by `or`. */
export function splitByOperator(
	base: Omit<Predicate, "op" | "terms">,
	alternatives: readonly Alternative[],
): Condition {
	const byOperator = new Map<PredicateOperator, PredicateTerm[]>();
	for (const { op, term } of alternatives) {
		const terms = byOperator.get(op) ?? [];
		if (term !== undefined) terms.push(term);
		byOperator.set(op, terms);
	}
	const leaves = [...byOperator].map(([op, terms]) => {
		// Whether there is a value is no matter of letter case.
		const isCaseSensitive = terms.length === 0 ? null : base.isCaseSensitive;
		return leaf({ ...base, op, terms, isCaseSensitive });
	});
	return combine("or", leaves);
}

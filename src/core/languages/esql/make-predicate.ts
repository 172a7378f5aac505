import type { Condition, QueryContext } from "../../model/detection";
import type { PredicateOperator, PredicateTerm, PredicateValue } from "../../model/predicate";
import { leaf } from "../syntax/conditions";
import type { Columns } from "./columns";
import type { Expression } from "./esql-tree";
import type { EsqlToken } from "./scan-esql";
import type { Subject } from "./subject";

/** What lowering needs to know of the query, and whom it tells. */
export interface Lowering {
	readonly text: string;
	readonly columns: Columns;
	readonly context: QueryContext;
	/** Reads a pipeline in brackets; what it finds becomes a part beside the query around it. */
	readQuery(tokens: readonly EsqlToken[]): void;
	/** Whether so many more conditions may stand in for columns: what is written once may be used often. */
	spend(conditions: number): boolean;
	/** Tells what was not understood. */
	tell(reason: string, at: Expression): void;
	/** Tells that more layers lie around each other than are kept. */
	tellDepth(layers: number): void;
}

/** Makes a predicate that stands where an expression does. */
export function makeLeaf(
	{ start, end }: Expression,
	{ field, original, transform, isComputed, isFolded }: Subject,
	op: PredicateOperator,
	terms: readonly PredicateTerm[],
): Condition {
	const isCaseSensitive = op === "match" ? null : !isFolded;
	const origin = isComputed ? "computed" : "event";
	const span = { start, end };
	return leaf(
		{ field, op, terms, isCaseSensitive, transform, origin, source: null, span },
		original,
	);
}

/** Gives what fields are compared with. */
export function termsOf(
	items: readonly Expression[],
	lowering: Lowering,
): readonly PredicateTerm[] {
	return items.map((item) => ({ value: valueOf(item, lowering), at: item.start }));
}

/** The items of a list, or what stands alone. */
export function itemsOf(expression: Expression): readonly Expression[] {
	return expression.kind === "list" ? expression.items : [expression];
}

/** Gives what a field is compared with. */
export function valueOf(expression: Expression, lowering: Lowering): PredicateValue {
	switch (expression.kind) {
		case "literal":
			return expression.value;
		case "parameter":
			return { list: expression.name };
		case "subquery": {
			const { tokens } = expression;
			lowering.readQuery(tokens);
			return { ref: lowering.text.slice(tokens[0]?.start, tokens.at(-1)?.end) };
		}
		case "call": {
			// Literals are folded and cast by functions too.
			const [only] = expression.items;
			if (expression.items.length === 1 && only?.kind === "literal" && /^to_/.test(expression.name))
				return only.value;
			return { ref: textOf(expression, lowering) };
		}
		default:
			return { ref: textOf(expression, lowering) };
	}
}

/** Gives an expression as written. */
export function textOf({ start, end }: Expression, { text }: Lowering): string {
	return text.slice(start, end);
}

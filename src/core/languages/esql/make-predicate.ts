import type { Condition, QueryContext } from "../../model/detection";
import type { PredicateOperator, PredicateValue } from "../../model/predicate";
import { leaf } from "../syntax/conditions";
import type { Columns } from "./columns";
import type { Expression } from "./esql-tree";
import type { Subject } from "./subject";

/** What lowering needs to know of the query, and whom it tells. */
export interface Lowering {
	readonly text: string;
	readonly columns: Columns;
	readonly context: QueryContext;
	/** Tells what was not understood. */
	tell(reason: string, at: Expression): void;
	/** Tells that more layers lie around each other than are kept. */
	tellDepth(layers: number): void;
}

/** Makes a predicate; `items` tell where each value stands, else all stand at `at`. */
export function makeLeaf(
	{ start, end }: Expression,
	{ field, transform, isComputed, isFolded }: Subject,
	op: PredicateOperator,
	values: readonly PredicateValue[],
	at: Expression,
	items: readonly Expression[] = [],
): Condition {
	return leaf({
		field,
		op,
		transform,
		terms: values.map((value, index) => ({ value, at: items[index]?.start ?? at.start })),
		isCaseSensitive: op === "match" ? null : !isFolded,
		origin: isComputed ? "computed" : "event",
		source: null,
		span: { start, end },
	});
}

/** Gives what a field is compared with. */
export function valueOf(expression: Expression, lowering: Lowering): PredicateValue {
	switch (expression.kind) {
		case "literal":
			return expression.value;
		case "parameter":
			return { list: expression.name };
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

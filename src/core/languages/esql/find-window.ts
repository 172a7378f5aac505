import type { Expression } from "./esql-tree";

/** Functions that round a time to the slice it lies in. */
const SLICING = /^(?:bucket|tbucket|date_trunc)$/;

/** Gives the length of the time slices that an expression makes (`5 minutes`, as written), or that a column it names holds. */
export function findWindow(
	expression: Expression,
	known: ReadonlyMap<string, string>,
	text: string,
): string | undefined {
	if (expression.kind === "column") return known.get(expression.name);
	if (expression.kind !== "call" || !SLICING.test(expression.name)) return undefined;
	// What stands further right are a range's ends: `bucket(@timestamp, 20, "2024-01-01", "2024-02-01")`.
	const length = expression.items
		.slice(0, 2)
		.find(({ kind, start }) => kind === "duration" || (kind === "literal" && text[start] === '"'));
	return length === undefined ? undefined : text.slice(length.start, length.end);
}

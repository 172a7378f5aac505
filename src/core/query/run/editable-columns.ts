import type { Expression, Operation, Query } from "../parse/ast";
import { asksForExecutions, RESOLVED } from "../records/execution-row";
import { holdsRecords } from "./place-records";

/** Names that are no property of a note. */
const RESERVED: ReadonlySet<string> = new Set(["file", "this", "row", "position"]);

/**
 * Gives the property that each column of a table shows as it stands in the row's note, by the name the query has for it; null for a
 * column that shows anything else, such as a run's technique as it is called today.
 *
 * A column is a property's where its expression is its plain name, or `row["Name"]`. Where rows are no notes (`GROUP BY`, records of
 * notes) no column is, and none that `FLATTEN` puts another value in place of.
 */
export function editableColumns({ header, source, operations }: Query): readonly (string | null)[] {
	if (header.type !== "table") return [];
	const last = new Map(header.columns.map((column) => [column.name, column.expression]));
	const areNotes =
		!holdsRecords(source) && operations.every((operation) => operation.type !== "group");
	const hidden = new Set(operations.flatMap(nameOfFlatten));
	const areRuns = asksForExecutions(source);
	const properties = header.columns.map(({ name, expression }) => {
		const property = propertyOf(last.get(name) ?? expression);
		const isPlain = property !== null && !RESERVED.has(property) && !hidden.has(property);
		const isResolved = areRuns && property !== null && RESOLVED.has(property);
		return areNotes && isPlain && !isResolved ? property : null;
	});
	return header.withId ? [null, ...properties] : properties;
}

function nameOfFlatten(operation: Operation): readonly string[] {
	return operation.type === "flatten" ? [operation.by.name] : [];
}

function propertyOf(expression: Expression): string | null {
	if (expression.type === "variable") return expression.name;
	if (expression.type !== "index") return null;
	const { object, index } = expression;
	if (object.type !== "variable" || object.name !== "row") return null;
	return index.type === "literal" && typeof index.value === "string" ? index.value : null;
}

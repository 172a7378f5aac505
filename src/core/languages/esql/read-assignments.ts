import type { Assignment } from "./esql-tree";
import type { EsqlCursor } from "./read-expression";
import { readExpression } from "./read-expression";
import { readColumn } from "./read-names";

/** Reads `a = x, y, …`, as `eval`, `row` and `by` have it. */
export function readAssignments(cursor: EsqlCursor): readonly Assignment[] {
	const assignments: Assignment[] = [];
	do assignments.push(readAssignment(cursor));
	while (cursor.eat(","));
	return assignments;
}

/** Reads `name = expression`, or an expression that names its column by its own text; in `stats` a filter may follow. */
export function readAssignment(cursor: EsqlCursor): Assignment {
	const start = cursor.offset;
	const isNamed = startsAssignment(cursor);
	const named = isNamed ? readColumn(cursor) : undefined;
	if (isNamed) cursor.take();
	const value = readExpression(cursor);
	const filter = cursor.eatWord("where") ? readExpression(cursor) : undefined;
	const name =
		named ?? (value.kind === "column" ? value.name : cursor.text.slice(start, value.end));
	return filter === undefined ? { name, value } : { name, value, filter };
}

/** Whether a column and `=` stand at the cursor. */
export function startsAssignment(cursor: EsqlCursor): boolean {
	if (cursor.peek()?.kind !== "word") return false;
	for (let ahead = 1; ahead < LONGEST_NAME; ahead += 2) {
		if (cursor.is("=", ahead)) return true;
		if (!cursor.is(".", ahead)) return false;
	}
	return false;
}

/** In tokens. */
const LONGEST_NAME = 64;

import type { Value } from "../../model/value";
import { compileExpression, type Compute } from "../evaluate/compile-expression";
import { attempt, EvaluationFailure } from "../evaluate/evaluation-failure";
import type { RunContext } from "../evaluate/run-context";
import type { FailedRow } from "../outcome";
import type { NamedExpression, Operation } from "../parse/ast";
import { isList, typeName } from "../value";
import { isTrue } from "../values/truth";
import { computeRows, QueryFailure } from "./failures";
import { groupRows } from "./group-rows";
import { rowWith, type Row } from "./row";
import { sortRows } from "./sort-rows";

/** Rows with what the first column of a table is called: the name of the `GROUP BY`, null where rows are notes. */
export interface RowSet {
	readonly rows: readonly Row[];
	/** Names of the groupings that are in force, the outermost first. */
	readonly groups: readonly string[];
}

/** Runs one step of a query over rows; rows that fail go to `failed`. Throws a `QueryFailure` where the query cannot go on. */
export function runOperation(
	operation: Operation,
	{ rows, groups }: RowSet,
	context: RunContext,
	failed: FailedRow[],
): RowSet {
	const { span } = operation;
	switch (operation.type) {
		case "where": {
			const holds = compileExpression(operation.condition, context);
			const tested = computeRows(rows, "WHERE", span, failed, (row) =>
				isTrue(holds(row.data.fields)),
			);
			return { rows: tested.filter(({ value }) => value).map(({ row }) => row), groups };
		}
		case "sort": {
			const keys = operation.keys.map(({ expression }) => compileExpression(expression, context));
			const keyed = computeRows(rows, "SORT", span, failed, (row) =>
				keys.map((key) => key(row.data.fields)),
			);
			const directions = operation.keys.map(({ direction }) => direction);
			return { rows: sortRows(keyed, directions, context), groups };
		}
		case "limit":
			return { rows: rows.slice(0, limitOf(operation, context)), groups };
		case "group": {
			const { name, key } = compileNamed(operation.by, context);
			const keyed = computeRows(rows, "GROUP BY", span, failed, (row) => key(row.data.fields));
			return { rows: groupRows(keyed, name, context), groups: [name, ...groups] };
		}
		case "flatten": {
			const { name, key } = compileNamed(operation.by, context);
			const keyed = computeRows(rows, "FLATTEN", span, failed, (row) => key(row.data.fields));
			const flat = keyed.flatMap(({ row, value }) =>
				partsOf(value).map((part) => rowWith(row, name, part)),
			);
			return { rows: flat, groups: groups[0] === name ? groups.slice(1) : groups };
		}
		case "from":
			throw new QueryFailure("FROM has to come first, before all other clauses", span);
	}
}

function compileNamed(
	by: NamedExpression,
	context: RunContext,
): { readonly name: string; readonly key: Compute } {
	return { name: by.name, key: compileExpression(by.expression, context) };
}

function partsOf(value: Value): readonly Value[] {
	return isList(value) ? value : [value];
}

/** The amount is the same for all rows, so it sees no field of any. */
function limitOf(operation: Operation & { readonly type: "limit" }, context: RunContext): number {
	const { amount } = operation;
	const compute = compileExpression(amount, context);
	const value = attempt(() => compute(new Map()));
	if (value instanceof EvaluationFailure) {
		throw new QueryFailure(`LIMIT fails: ${value.message}`, value.span ?? amount.span);
	}
	if (typeof value === "number") return value;
	throw new QueryFailure(`LIMIT takes a number, not ${typeName(value)}`, amount.span);
}

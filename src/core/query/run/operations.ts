import type { Value } from "../../model/value";
import { compileExpression, type Compute } from "../evaluate/compile-expression";
import { attempt, EvaluationFailure } from "../evaluate/evaluation-failure";
import type { RunContext } from "../evaluate/run-context";
import type { FailedRow } from "../outcome";
import type { Steps } from "../../text/steps";
import type { NamedExpression, Operation } from "../parse/ast";
import { isList, typeName } from "../value";
import { isTrue } from "../values/truth";
import { computeRows, QueryFailure } from "./failures";
import { groupRows } from "./group-rows";
import { rowWith, type Row } from "./row";
import type { KeyedRow } from "./sort-rows";
import { sortRows } from "./sort-rows";

/** Rows with what the first column of a table is called: the name of the `GROUP BY`, null where rows are notes. */
export interface RowSet {
	/** They can be gone through once. */
	readonly rows: Iterable<Row>;
	/** Names of the groupings that are in force, the outermost first. */
	readonly groups: readonly string[];
}

const ROWS_TAKEN =
	"a group has its rows under the name “rows”, so it cannot be called that; give it another name with AS";

/** Runs one step of a query over rows; rows that fail go to `failed`. Throws a `QueryFailure` where the query cannot go on. */
export function* runOperation(
	operation: Operation,
	set: RowSet,
	context: RunContext,
	failed: FailedRow[],
): Steps<RowSet> {
	switch (operation.type) {
		case "where":
			return yield* keepRows(operation, set, context, failed);
		case "sort": {
			const directions = operation.keys.map(({ direction }) => direction);
			const keyed = yield* keyRows(operation, set.rows, context, failed);
			return { ...set, rows: yield* sortRows(keyed, directions, context) };
		}
		case "limit":
			return { ...set, rows: [...set.rows].slice(0, limitOf(operation, context)) };
		case "group":
			return yield* formGroups(operation, set, context, failed);
		case "flatten":
			return yield* flattenRows(operation, set, context, failed);
		case "from":
			throw new QueryFailure("FROM has to come first, before all other clauses", operation.span);
	}
}

function* keepRows(
	operation: Operation & { readonly type: "where" },
	{ rows, groups }: RowSet,
	context: RunContext,
	failed: FailedRow[],
): Steps<RowSet> {
	const kept: Row[] = [];
	const test = compileTest(operation, context);
	yield* computeRows(rows, { name: "WHERE", span: operation.span }, failed, test, (holds, row) => {
		if (holds) kept.push(row);
	});
	return { rows: kept, groups };
}

function* formGroups(
	{ by, span }: Operation & { readonly type: "group" },
	{ rows, groups }: RowSet,
	context: RunContext,
	failed: FailedRow[],
): Steps<RowSet> {
	const { name, key } = compileNamed(by, context);
	if (name === "rows") throw new QueryFailure(ROWS_TAKEN, by.span);
	const keyed: { row: Row; value: Value }[] = [];
	yield* computeRows(
		rows,
		{ name: "GROUP BY", span },
		failed,
		(row) => key(row.data.fields),
		(value, row) => keyed.push({ row, value }),
	);
	return { rows: yield* groupRows(keyed, name, context), groups: [name, ...groups] };
}

function* flattenRows(
	{ by, span }: Operation & { readonly type: "flatten" },
	{ rows, groups }: RowSet,
	context: RunContext,
	failed: FailedRow[],
): Steps<RowSet> {
	const { name, key } = compileNamed(by, context);
	const flat: Row[] = [];
	yield* computeRows(
		rows,
		{ name: "FLATTEN", span },
		failed,
		(row) => key(row.data.fields),
		(value, row) => {
			for (const part of partsOf(value)) flat.push(rowWith(row, name, part));
		},
	);
	return { rows: flat, groups: groups[0] === name ? groups.slice(1) : groups };
}

/** Gives what a `WHERE` makes of a row. */
export function compileTest(
	{ condition }: Operation & { readonly type: "where" },
	context: RunContext,
): (row: Row) => boolean {
	const holds = compileExpression(condition, context);
	return (row) => isTrue(holds(row.data.fields));
}

/** Gives rows with their values of the keys of a `SORT`. */
export function* keyRows(
	{ keys, span }: Operation & { readonly type: "sort" },
	rows: Iterable<Row>,
	context: RunContext,
	failed: FailedRow[],
): Steps<KeyedRow[]> {
	const computed = keys.map(({ expression }) => compileExpression(expression, context));
	const keyed: KeyedRow[] = [];
	yield* computeRows(
		rows,
		{ name: "SORT", span },
		failed,
		(row) => computed.map((key) => key(row.data.fields)),
		(value, row) => keyed.push({ row, value }),
	);
	return keyed;
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

/** Gives how many rows a `LIMIT` keeps. The amount is the same for all rows, so it sees no field of any. */
export function limitOf(
	operation: Operation & { readonly type: "limit" },
	context: RunContext,
): number {
	const { amount } = operation;
	const compute = compileExpression(amount, context);
	const value = attempt(() => compute(new Map()));
	if (value instanceof EvaluationFailure) {
		throw new QueryFailure(`LIMIT fails: ${value.message}`, value.span ?? amount.span);
	}
	if (typeof value === "number") return value;
	throw new QueryFailure(`LIMIT takes a number, not ${typeName(value)}`, amount.span);
}

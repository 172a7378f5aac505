import type { ObjectValue, Value } from "../../model/value";
import { compileExpression } from "../evaluate/compile-expression";
import type { RunContext } from "../evaluate/run-context";
import type { FailedRow, TableOutcome, TaskOutcome, TaskRow } from "../outcome";
import type { Expression, Header, NamedExpression, Span } from "../parse/ast";
import { isList, isObject } from "../value";
import type { EvaluationFailure } from "../evaluate/evaluation-failure";
import { attempt } from "../evaluate/evaluation-failure";
import type { Steps } from "../../text/steps";
import { createBreathing } from "./breathing";
import { QueryFailure } from "./failures";
import type { RowSet } from "./operations";
import { idOf, type Row } from "./row";

/** Name of the first column where rows are notes. */
const ID_COLUMN = "File";
const FILE_LINK_SPAN: Span = { start: 0, end: 0 };

/** Gives what a query shows of its rows; rows that fail go to `failed`. */
export function* extractOutcome(
	header: Header,
	set: RowSet,
	context: RunContext,
	failed: FailedRow[],
): Steps<TableOutcome | TaskOutcome> {
	switch (header.type) {
		case "table":
			return yield* extractTable(header, set, context, failed);
		case "list":
			return yield* extractList(header, set, context, failed);
		case "calendar": {
			const columns = [{ ...header.date, name: "date" }, fileLinkColumn()];
			const rows = yield* extractRows(set.rows, columns, context, failed, false);
			return { type: "calendar", columns: columns.map(({ name }) => name), rows, failed };
		}
		case "task":
			return {
				type: "task",
				rows: toTasks(
					Array.from(set.rows, ({ data }) => data),
					set.groups,
				),
				failed,
			};
	}
}

/** Where two columns have one name, both show what the last of them gives. */
function* extractTable(
	header: Header & { readonly type: "table" },
	set: RowSet,
	context: RunContext,
	failed: FailedRow[],
): Steps<TableOutcome> {
	const last = new Map(header.columns.map((column) => [column.name, column]));
	const columns = header.columns.map((column) => last.get(column.name) ?? column);
	const notes: (string | null)[] = [];
	const rows = yield* extractRows(set.rows, columns, context, failed, header.withId, notes);
	const names = columns.map(({ name }) => name);
	const id = set.groups[0] ?? ID_COLUMN;
	return { type: "table", columns: header.withId ? [id, ...names] : names, rows, failed, notes };
}

function* extractList(
	header: Header & { readonly type: "list" },
	set: RowSet,
	context: RunContext,
	failed: FailedRow[],
): Steps<TableOutcome> {
	const { value } = header;
	const columns = value === null ? [] : [{ name: "value", expression: value, span: value.span }];
	const withId = header.withId || value === null;
	const rows = yield* extractRows(set.rows, columns, context, failed, withId);
	const names = columns.map(({ name }) => name);
	return { type: "list", columns: withId ? ["id", ...names] : names, rows, failed };
}

function fileLinkColumn(): NamedExpression {
	const span = FILE_LINK_SPAN;
	const object: Expression = { type: "variable", name: "file", span };
	const index: Expression = { type: "literal", value: "link", span };
	return { name: "link", expression: { type: "index", object, index, span }, span };
}

function* extractRows(
	rows: Iterable<Row>,
	columns: readonly NamedExpression[],
	context: RunContext,
	failed: FailedRow[],
	withId: boolean,
	notes: (string | null)[] = [],
): Steps<Value[][]> {
	const computed = columns.map(({ expression }) => compileExpression(expression, context));
	const results: Value[][] = [];
	let first: { readonly failure: EvaluationFailure; readonly column: NamedExpression } | undefined;
	const isPlaceToBreathe = createBreathing();
	for (const row of rows) {
		if (isPlaceToBreathe(row)) yield;
		const cells: Value[] = withId ? [idOf(row)] : [];
		let at = 0;
		const failure = attempt(() => {
			for (; at < computed.length; at++) cells.push(computed[at]?.(row.data.fields) ?? null);
			return undefined;
		});
		if (failure === undefined) {
			results.push(cells);
			notes.push(row.note);
			continue;
		}
		const column = columns[at];
		if (column === undefined) continue;
		first ??= { failure, column };
		failed.push({ note: row.note, column: column.name, message: failure.message });
	}
	if (first !== undefined && results.length === 0) {
		const { failure, column } = first;
		const message = `the column "${column.name}" fails on every row: ${failure.message}`;
		throw new QueryFailure(message, failure.span ?? column.span);
	}
	return results;
}

function toTasks(rows: readonly ObjectValue[], groups: readonly string[]): TaskRow[] {
	const [name, ...inner] = groups;
	if (name === undefined) return [...rows];
	return rows.map(({ fields }) => {
		const members = fields.get("rows") ?? null;
		const below = isList(members) ? members.filter(isObject) : [];
		return { key: fields.get(name) ?? null, rows: toTasks(below, inner) };
	});
}

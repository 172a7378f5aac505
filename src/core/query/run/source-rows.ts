import type { IndexedNote } from "../../index/indexed-note";
import type { RunContext } from "../evaluate/run-context";
import type { Query } from "../parse/ast";
import { asksForExecutions, executionRow } from "../records/execution-row";
import { listRecords } from "../records/list-records";
import type { RecordLookup } from "../records/record-lookup";
import { QueryFailure } from "./failures";
import type { RecordSource } from "./place-records";
import { findRecords } from "./place-records";
import { countWord } from "./plan-trace";
import { rowOfNote, rowsOfTasks, type Row } from "./row";
import { selectNotes } from "./select-notes";

/** The rows that a query starts from, made one by one; each call goes through them anew. Throws a `QueryFailure` where there are none. */
export function openRows(query: Query, context: RunContext): () => Iterable<Row> {
	const asked = findRecords(query.source);
	const records = asked && openRecords(asked, query, context);
	const { lookup, origin, trace } = context;
	const selected = selectNotes(query.source, lookup, origin, trace);
	if (!selected.ok) throw new QueryFailure(selected.message, selected.source.span);
	const { notes } = selected;
	const open = (): Iterable<Row> => {
		if (asked !== undefined && records !== undefined)
			return listRecords(asked.records, notes, records, context, context.techniques);
		if (query.header.type === "task") return tasksOf(notes, context);
		return asksForExecutions(query.source) ? runsOf(notes, context) : rowsOf(notes, context);
	};
	if (asked !== undefined) {
		const how = `library: the ${asked.records} of ${countWord(notes.length, "note")}, made as they are taken`;
		trace?.name(asked.records, how, countRows(open()));
	} else if (query.header.type === "task") {
		trace?.name("tasks", `of ${countWord(notes.length, "note")}`, countRows(open()));
	}
	return open;
}

function openRecords(
	{ records, span }: RecordSource,
	query: Query,
	context: RunContext,
): RecordLookup {
	if (query.header.type === "task") {
		throw new QueryFailure(
			`TASK shows the tasks of notes; ask for ${records} by TABLE or LIST`,
			span,
		);
	}
	if (context.records !== undefined) return context.records;
	throw new QueryFailure(`the rules are still being read: ${records} are known after that`, span);
}

function* rowsOf(notes: readonly IndexedNote[], context: RunContext): Generator<Row> {
	for (const note of notes) yield rowOfNote(note, context);
}

/** Beside runs there may be other notes, as in `executions or #lab`. */
function* runsOf(notes: readonly IndexedNote[], context: RunContext): Generator<Row> {
	const runs = context.lookup.ofKind("execution");
	for (const note of notes) {
		const row = rowOfNote(note, context);
		yield runs.has(note) ? executionRow(row, context.techniques) : row;
	}
}

function* tasksOf(notes: readonly IndexedNote[], context: RunContext): Generator<Row> {
	for (const note of notes) yield* rowsOfTasks(note, context);
}

function countRows(rows: Iterable<Row>): number {
	return Array.from(rows, () => null).length;
}

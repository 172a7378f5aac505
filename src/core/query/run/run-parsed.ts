import type { RunContext } from "../evaluate/run-context";
import type { FailedRow, TableOutcome, TaskOutcome } from "../outcome";
import type { Query } from "../parse/ast";
import type { Steps } from "../../text/steps";
import { editableColumns } from "./editable-columns";
import { extractOutcome } from "./extract";
import { findHints } from "./find-hints";
import type { RowSet } from "./operations";
import { countWord } from "./plan-trace";
import { runOperations } from "./run-operations";
import { openRows } from "./source-rows";

/** Runs a query that parsed, in pieces; throws a `QueryFailure` where it has no answer. `text` is what it was parsed from. */
export function* runParsed(
	query: Query,
	text: string,
	context: RunContext,
): Steps<TableOutcome | TaskOutcome> {
	const { header } = query;
	const open = openRows(query, context);
	const failed: FailedRow[] = [];
	// A task may have an inline field of its own that is called `file`.
	const hasFile = header.type !== "task";
	const set = yield* runOperations(query.operations, open(), context, failed, hasFile);
	const outcome = yield* extract(query, set, context, failed);
	const hints = findHints(query, text, open, context, outcome.rows.length === 0);
	return hints.length === 0 ? outcome : { ...outcome, hints };
}

function* extract(
	query: Query,
	set: RowSet,
	context: RunContext,
	failed: FailedRow[],
): Steps<TableOutcome | TaskOutcome> {
	const { header } = query;
	const before = failed.length;
	const outcome = yield* extractOutcome(header, set, context, failed);
	if (context.trace !== undefined) {
		const lost = failed.length - before;
		const what = header.type === "task" ? "tasks" : countWord(columnsOf(outcome), "column");
		const how = `shows ${what}${lost === 0 ? "" : `; ${countWord(lost, "row")} failed`}`;
		context.trace.name(header.type.toUpperCase(), how, outcome.rows.length);
	}
	return outcome.type === "table" ? { ...outcome, editable: editableColumns(query) } : outcome;
}

function columnsOf(outcome: TableOutcome | TaskOutcome): number {
	return outcome.type === "task" ? 0 : outcome.columns.length;
}

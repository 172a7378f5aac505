import { encodeValue, type Json } from "./encode-value";
import { isTaskGroup, type FailedRow, type Hint, type QueryOutcome, type TaskRow } from "./outcome";

/**
 * Gives an outcome as JSON: `{type, columns, rows, failed}` (no `columns` for tasks; with `hints` where there are any),
 * `{type: "value", value}` or `{error}`; values are encoded by `encodeValue`.
 */
export function encodeOutcome(outcome: QueryOutcome): Json {
	switch (outcome.type) {
		case "error":
			return { error: { ...outcome.error } };
		case "value":
			return { type: "value", value: encodeValue(outcome.value) };
		case "task":
			return {
				type: "task",
				rows: outcome.rows.map(encodeTask),
				failed: outcome.failed.map(encodeFailed),
				...encodeHints(outcome.hints),
			};
		default:
			return {
				type: outcome.type,
				columns: outcome.columns,
				rows: outcome.rows.map((row) => row.map(encodeValue)),
				failed: outcome.failed.map(encodeFailed),
				...encodeHints(outcome.hints),
			};
	}
}

function encodeTask(row: TaskRow): Json {
	if (!isTaskGroup(row)) return encodeValue(row);
	return { key: encodeValue(row.key), rows: row.rows.map(encodeTask) };
}

function encodeFailed({ note, column, message }: FailedRow): Json {
	return { note, column, message };
}

function encodeHints(hints: readonly Hint[] | undefined): { readonly hints?: Json } {
	return hints === undefined ? {} : { hints: hints.map((hint) => ({ ...hint })) };
}

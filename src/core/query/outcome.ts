import type { ObjectValue, Value } from "../model/value";

/** A row that is not in the result because an expression failed on it. */
export interface FailedRow {
	/** Path of the note the row came from, null where it came from no single note. */
	readonly note: string | null;
	/** The column, or the clause (`WHERE`, `SORT`, `GROUP BY`, `FLATTEN`), in which it failed. */
	readonly column: string;
	readonly message: string;
}

/** Something about a query that has an answer and may yet be meant otherwise. Line and column are 1-based in its text. */
export interface Hint {
	readonly message: string;
	readonly line: number;
	readonly column: number;
}

/** Rows under named columns. `table` has the id column first unless the query said `WITHOUT ID`. */
export interface TableOutcome {
	/** `list` has the columns `id`, `value` or both, `calendar` has `date` and `link`. */
	readonly type: "table" | "list" | "calendar";
	readonly columns: readonly string[];
	readonly rows: readonly (readonly Value[])[];
	readonly failed: readonly FailedRow[];
	/** Path of the note that each row of a table came from, null where it came from several. */
	readonly notes?: readonly (string | null)[];
	/** The property of the row's note that each column of a table shows as it stands there, by the query's name for it; null for other columns. */
	readonly editable?: readonly (string | null)[];
	/** Names that nothing in the vault has, each with the one that may be meant; absent where there are none. */
	readonly hints?: readonly Hint[];
}

/** Tasks under one value of `GROUP BY`; with several `GROUP BY`s, groups of groups. */
export interface TaskGroup {
	readonly key: Value;
	readonly rows: readonly TaskRow[];
}

/** A task (an object whose `item` is true), or a group of them. */
export type TaskRow = ObjectValue | TaskGroup;

/** Tasks, one by one or grouped. */
export interface TaskOutcome {
	readonly type: "task";
	readonly rows: readonly TaskRow[];
	readonly failed: readonly FailedRow[];
	readonly hints?: readonly Hint[];
}

/** What an inline `= expression` gives. */
export interface ValueOutcome {
	readonly type: "value";
	readonly value: Value;
}

/** Why there is no answer. Line and column are 1-based in the query's text (columns in UTF-16 units). */
export interface QueryError {
	/** `parse`: the text is no query. `execution`: it is one, but cannot be answered. */
	readonly kind: "parse" | "execution";
	readonly message: string;
	readonly line: number;
	readonly column: number;
}

/** No answer. */
export interface ErrorOutcome {
	readonly type: "error";
	readonly error: QueryError;
}

/** What running a query gives: never an exception. */
export type QueryOutcome = TableOutcome | TaskOutcome | ValueOutcome | ErrorOutcome;

/** Tells a group of tasks from a task. */
export function isTaskGroup(row: TaskRow): row is TaskGroup {
	return "key" in row;
}

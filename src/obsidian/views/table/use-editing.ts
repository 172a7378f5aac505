import { useMemo, useRef, useState } from "preact/hooks";
import type { EditedValue } from "../../../core/notes/front-matter/edited-value";
import type { PropertyKind } from "../../edit/property-kind";
import { useHost } from "../view-host";
import type { CellProperty, SaveResult } from "./cell-edits";
import type { TableRow } from "./table-model";
import { useEditedRows } from "./use-edited-rows";
import { useLatest } from "./use-latest";

/** A cell that is being edited. */
export interface EditSession {
	readonly row: string;
	readonly column: number;
	readonly property: CellProperty;
	readonly kind: PropertyKind;
}

/** The cell that a table edits, and what was saved that the table's rows do not show yet. */
export interface Editing {
	readonly session: EditSession | null;
	/** Gives a row as it will be once the query has run again. */
	readonly ahead: (row: TableRow) => TableRow;
	/** Starts to edit a cell, or toggles it; false where the cell cannot be edited. */
	readonly start: (row: TableRow, column: number) => boolean;
	readonly save: (property: CellProperty, value: EditedValue) => Promise<SaveResult>;
	readonly close: () => void;
}

/** Lets a person edit cells; `editable` names the property of each column, and `table` the table whose edits can be undone together. */
export function useEditing(
	rows: readonly TableRow[],
	editable: readonly (string | null)[],
	table: string,
): Editing {
	const { edits } = useHost();
	const [session, setSession] = useState<EditSession | null>(null);
	const edited = useEditedRows(rows);
	const commit = (row: TableRow, column: number, property: CellProperty, value: EditedValue) => {
		edited.follow(row, column, editable[column] ?? property.key);
		return edits?.save(property, value, table) ?? Promise.resolve({ ok: true, property } as const);
	};
	const start = useLatest((row: TableRow, column: number) => {
		const name = editable[column] ?? null;
		if (edits === undefined || name === null || row.note === undefined) return false;
		const property = edits.find(row.note, name);
		if (property === undefined) return false;
		const kind = edits.open(property);
		if (kind === "checkbox") {
			const value = { kind, checked: property.value !== true };
			void commit(row, column, property, value).then((result) => {
				if (!result.ok) edits.tell(result.message);
			});
		} else if (kind !== undefined) {
			setSession({ row: row.key, column, property, kind });
		}
		return true;
	});
	const save = useLatest((property: CellProperty, value: EditedValue) => {
		const row = rows.find(({ key }) => key === session?.row) ?? NO_ROW;
		return commit(row, session?.column ?? 0, property, value);
	});
	return {
		session,
		ahead: edited.ahead,
		start,
		save,
		close: useLatest(() => setSession(null)),
	};
}

const NO_ROW: TableRow = { key: "", cells: [] };

/** Keeps the row that is being edited among the rows, where the query no longer has it. */
export function useHeldRow(
	rows: readonly TableRow[],
	session: EditSession | null,
): readonly TableRow[] {
	const held = useRef<{ readonly row: TableRow; readonly index: number } | null>(null);
	const key = session?.row;
	return useMemo(() => {
		const index = key === undefined ? -1 : rows.findIndex((row) => row.key === key);
		const row = rows[index];
		if (row !== undefined) held.current = { row, index };
		const kept = held.current;
		if (key === undefined || row !== undefined || kept?.row.key !== key) return rows;
		return [...rows.slice(0, kept.index), kept.row, ...rows.slice(kept.index)];
	}, [rows, key]);
}

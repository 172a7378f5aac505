import { useEffect, useRef, useState } from "preact/hooks";
import { rawPropertyValue } from "../../../core/index/literals/property-value";
import { useHost } from "../view-host";
import type { TableRow } from "./table-model";

/** Rows whose properties were edited, as their notes have them, until the query has run over those notes. */
export interface EditedRows {
	/** Gives a row as it will be once the query has run again. */
	readonly ahead: (row: TableRow) => TableRow;
	/** Shows a property in a cell as its note has it, until the query's rows do. */
	readonly follow: (row: TableRow, column: number, name: string) => void;
}

interface EditedRow {
	/** The query's rows when it was last edited. */
	readonly rows: readonly TableRow[];
	/** The names of the edited properties, by column. */
	readonly names: ReadonlyMap<number, string>;
	/** What is drawn for the query's row, so that it is the same from drawing to drawing. */
	drawn?: { readonly from: TableRow; readonly edit: number; readonly row: TableRow };
}

/** Keeps the edits of a table with such rows in sight. */
export function useEditedRows(rows: readonly TableRow[]): EditedRows {
	const { edits } = useHost();
	const edited = useRef(new Map<string, EditedRow>()).current;
	const [edit, setEdit] = useState(0);
	useEffect(
		() => edits?.watch(() => edited.size > 0 && setEdit((count) => count + 1)),
		[edits, edited],
	);
	const find = (row: TableRow): EditedRow | undefined => {
		const known = edited.get(row.key);
		if (known === undefined || known.rows === rows) return known;
		if (row.note !== undefined && edits?.isRead(row.note) === false) return known;
		edited.delete(row.key);
		return undefined;
	};
	const draw = (row: TableRow, known: EditedRow): TableRow => {
		const cells = row.cells.map((cell, column) => {
			const name = known.names.get(column);
			const property = name === undefined ? undefined : edits?.find(row.note ?? "", name);
			return property === undefined ? cell : rawPropertyValue(property.value ?? null);
		});
		known.drawn = { from: row, edit, row: { ...row, cells } };
		return known.drawn.row;
	};
	return {
		ahead(row) {
			const known = find(row);
			if (known === undefined) return row;
			const { drawn } = known;
			return drawn?.from === row && drawn.edit === edit ? drawn.row : draw(row, known);
		},
		follow(row, column, name) {
			const names = new Map(find(row)?.names).set(column, name);
			edited.set(row.key, { rows, names });
		},
	};
}

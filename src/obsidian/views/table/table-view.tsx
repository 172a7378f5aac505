import { useMemo, useRef, useState } from "preact/hooks";
import type { Value } from "../../../core/model/value";
import { useHost } from "../view-host";
import { GridTable } from "./grid-table";
import { reuseRows } from "./reuse-rows";
import type { SortKeys } from "./sort-rows";
import { sortRows } from "./sort-rows";
import { keyRows, nextSort } from "./table-model";
import type { TableRow } from "./table-model";
import { TableToolbar } from "./table-toolbar";
import { useFilter } from "./use-filter";
import { useTableState } from "./use-table-state";
import { writeCsv } from "./write-csv";
import { writeMarkdown } from "./write-markdown";

/** Longer tables have a filter box. */
const UNFILTERED_ROWS = 8;

/** Rows under named columns that a person can sort, filter, copy and, where they show properties of notes, edit. */
export function TableView(props: {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly Value[])[];
	/** The note of each row, null for none. */
	readonly notes?: readonly (string | null)[] | undefined;
	/** The property of each column, null for none. */
	readonly editable?: readonly (string | null)[] | undefined;
	/** The query's text: under it is kept what a person does to the table. */
	readonly query?: string | undefined;
}) {
	const { columns, editable, query = "" } = props;
	const host = useHost();
	const [{ sort, filter, widths }, change] = useTableState(query, columns.length);
	const rows = useRows(props.rows, props.notes);
	const numeric = useMemo(
		() => columns.map((_, column) => isNumeric(rows, column)),
		[columns, rows],
	);
	const properties = useMemo(
		() => columns.map((_, column) => editable?.[column] ?? null),
		[columns, editable],
	);
	const found = useFilter(rows, filter);
	const [sortKeys] = useState<SortKeys>(() => new Map());
	const shown = useMemo(() => sortRows(found, sort, sortKeys), [found, sort, sortKeys]);
	const copy = (format: "markdown" | "csv") =>
		host.copy(format === "csv" ? writeCsv(columns, shown) : writeMarkdown(columns, shown));
	const hasFilter = rows.length > UNFILTERED_ROWS || filter !== "";
	return (
		<div class="detection-vault-table-view">
			<TableToolbar
				shown={shown.length}
				all={rows.length}
				filter={hasFilter ? filter : null}
				onFilter={(text) => change({ filter: text })}
				onCopy={copy}
			/>
			<GridTable
				columns={columns}
				numeric={numeric}
				editable={properties}
				all={rows}
				shown={shown}
				sort={sort}
				onSort={(column) => change({ sort: nextSort(sort, column) })}
				widths={widths}
				onWidths={(next) => change({ widths: next })}
				id={host.memory?.idOf(query) ?? query}
			/>
			{shown.length === 0 && filter !== "" ? (
				<p class="detection-vault-hint">{host.texts.table.noMatch(filter)}</p>
			) : null}
		</div>
	);
}

/** Keyed rows; those that are as they were at the last drawing are the same objects. */
function useRows(
	cells: readonly (readonly Value[])[],
	notes: readonly (string | null)[] | undefined,
): readonly TableRow[] {
	const last = useRef<readonly TableRow[]>([]);
	return useMemo(
		() => (last.current = reuseRows(last.current, keyRows(cells, notes))),
		[cells, notes],
	);
}

/** A column of numbers stands at the right. */
function isNumeric(rows: readonly TableRow[], column: number): boolean {
	let numbers = 0;
	for (const { cells } of rows) {
		const cell = cells[column] ?? null;
		if (typeof cell === "number") numbers++;
		else if (cell !== null) return false;
	}
	return numbers > 0;
}

import { useMemo, useRef, useState } from "preact/hooks";
import type { Value } from "../../../core/model/value";
import { useHost } from "../view-host";
import { estimateWidths } from "./column-widths";
import { createRowFilter } from "./filter-rows";
import { sortRows } from "./sort-rows";
import { PlainBody, VirtualBody } from "./table-body";
import { TableHeader } from "./table-header";
import { keyRows, nextSort } from "./table-model";
import type { SortState, TableRow } from "./table-model";
import { TableToolbar } from "./table-toolbar";
import { writeCsv } from "./write-csv";
import { writeMarkdown } from "./write-markdown";

/** Longer tables draw only the rows in sight. */
const PLAIN_ROWS = 60;
/** Longer tables have a filter box. */
const UNFILTERED_ROWS = 8;

/** Rows under named columns that a person can sort, filter and copy. */
export function TableView(props: {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly Value[])[];
}) {
	const { columns } = props;
	const host = useHost();
	const [sort, setSort] = useState<SortState | null>(null);
	const [filter, setFilter] = useState("");
	const rows = useMemo(() => keyRows(props.rows), [props.rows]);
	const numeric = useMemo(
		() => columns.map((_, column) => isNumeric(rows, column)),
		[columns, rows],
	);
	const findRows = useMemo(() => createRowFilter(rows), [rows]);
	const shown = useMemo(() => sortRows(findRows(filter), sort), [findRows, filter, sort]);
	const copy = (format: "markdown" | "csv") =>
		host.copy(format === "csv" ? writeCsv(columns, shown) : writeMarkdown(columns, shown));
	const hasFilter = rows.length > UNFILTERED_ROWS || filter !== "";
	return (
		<div class="detection-vault-table-view">
			<TableToolbar
				shown={shown.length}
				all={rows.length}
				filter={hasFilter ? filter : null}
				onFilter={setFilter}
				onCopy={copy}
			/>
			<ScrollingTable
				columns={columns}
				all={rows}
				shown={shown}
				numeric={numeric}
				sort={sort}
				onSort={(column) => setSort(nextSort(sort, column))}
			/>
			{shown.length === 0 && filter !== "" ? (
				<p class="detection-vault-hint">{host.texts.table.noMatch(filter)}</p>
			) : null}
		</div>
	);
}

function ScrollingTable(props: {
	readonly columns: readonly string[];
	readonly all: readonly TableRow[];
	readonly shown: readonly TableRow[];
	readonly numeric: readonly boolean[];
	readonly sort: SortState | null;
	readonly onSort: (column: number) => void;
}) {
	const { columns, all, shown, numeric } = props;
	const { table } = useHost().texts;
	const scroller = useRef<HTMLDivElement>(null);
	const long = all.length > PLAIN_ROWS;
	const widths = useMemo(() => estimateWidths(columns, all), [columns, all]);
	return (
		<div
			ref={scroller}
			class={long ? "detection-vault-scroller is-long" : "detection-vault-scroller"}
			role="region"
			aria-label={table.tableName}
			tabIndex={long ? 0 : undefined}
		>
			<table
				class="detection-vault-table"
				aria-rowcount={shown.length + 1}
				style={long ? { minWidth: `${widths.least}ch` } : undefined}
			>
				{long ? (
					<colgroup>
						{widths.columns.map((width, column) => (
							<col key={column} style={width === null ? undefined : { width: `${width}ch` }} />
						))}
					</colgroup>
				) : null}
				<TableHeader
					columns={columns}
					numeric={numeric}
					widths={widths.columns}
					sort={props.sort}
					onSort={props.onSort}
				/>
				{long ? (
					<VirtualBody rows={shown} numeric={numeric} scroller={scroller} />
				) : (
					<PlainBody rows={shown} numeric={numeric} />
				)}
			</table>
		</div>
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

import type { ComponentChildren } from "preact";
import { useCallback, useId, useMemo, useRef, useState } from "preact/hooks";
import { createRowFilter } from "../../table/filter-rows";
import { sortRows } from "../../table/sort-rows";
import { TableHeader } from "../../table/table-header";
import { nextSort } from "../../table/table-model";
import type { SortState } from "../../table/table-model";
import { TableToolbar } from "../../table/table-toolbar";
import { writeCsv } from "../../table/write-csv";
import { writeMarkdown } from "../../table/write-markdown";
import { useHost } from "../../view-host";
import { wrapRows } from "./panel-column";
import type { PanelColumn, PanelRow } from "./panel-column";
import { listLines, toggleList } from "./panel-lines";
import type { OpenLists, PanelLine } from "./panel-lines";
import { PlainLines, VirtualLines } from "./panel-rows";

/** Longer tables draw only the lines in sight. */
const PLAIN_LINES = 60;
/** Longer tables have a filter box. */
const UNFILTERED_ROWS = 8;
/** What a column that shares the room gets at least, in digits. */
const LEAST_WIDTH = 14;

/** What a panel's table is given. */
export interface PanelTableProps<Row> {
	/** For screen readers. */
	readonly name: string;
	/** Names a number of rows: `47 distinct fields`. */
	readonly nameRows: (count: number) => string;
	readonly columns: readonly PanelColumn<Row>[];
	readonly rows: readonly Row[];
	/** A text that stays the same for a row while notes change. */
	readonly keyOf: (row: Row) => string;
	/** Rows shown before a person asks for all. */
	readonly limit: number;
}

/** A panel's rows: the first of them until all are asked for; sorted, filtered and copied by whole rows; numbers open their rules. */
export function PanelTable<Row>(props: PanelTableProps<Row>) {
	const { columns, keyOf, limit } = props;
	const host = useHost();
	const [sort, setSort] = useState<SortState | null>(null);
	const [filter, setFilter] = useState("");
	const [showsAll, setShowsAll] = useState(false);
	const rows = useMemo(() => wrapRows(props.rows, columns, keyOf), [props.rows, columns, keyOf]);
	const findRows = useMemo(() => createRowFilter(rows), [rows]);
	const found = useMemo(() => sortRows(findRows(filter), sort), [findRows, filter, sort]);
	const shown = useMemo(() => (showsAll ? found : found.slice(0, limit)), [found, showsAll, limit]);
	const names = useMemo(() => columns.map(({ name }) => name), [columns]);
	const copy = (format: "markdown" | "csv") =>
		host.copy(format === "csv" ? writeCsv(names, found) : writeMarkdown(names, found));
	return (
		<div class="detection-vault-table-view">
			<TableToolbar
				shown={found.length}
				all={rows.length}
				nameRows={props.nameRows}
				name={props.name}
				filter={rows.length > UNFILTERED_ROWS || filter !== "" ? filter : null}
				onFilter={setFilter}
				onCopy={copy}
			/>
			<LinesTable
				{...props}
				shown={shown}
				names={names}
				sort={sort}
				onSort={(column) => setSort(nextSort(sort, column))}
			/>
			{found.length === 0 && filter !== "" ? (
				<p class="detection-vault-hint">{host.texts.table.noMatch(filter)}</p>
			) : null}
			<ShowAll
				found={found.length}
				limit={limit}
				showsAll={showsAll}
				onToggle={() => setShowsAll(!showsAll)}
			/>
		</div>
	);
}

function ShowAll(props: {
	readonly found: number;
	readonly limit: number;
	readonly showsAll: boolean;
	readonly onToggle: () => void;
}): ComponentChildren {
	const { panel } = useHost().texts;
	if (props.found <= props.limit) return null;
	return (
		<button type="button" class="detection-vault-show-all" onClick={props.onToggle}>
			{props.showsAll ? panel.showFirst(props.limit) : panel.showAll(props.found)}
		</button>
	);
}

interface LinesTableProps<Row> extends PanelTableProps<Row> {
	readonly shown: readonly PanelRow<Row>[];
	readonly names: readonly string[];
	readonly sort: SortState | null;
	readonly onSort: (column: number) => void;
}

function LinesTable<Row>(props: LinesTableProps<Row>) {
	const { columns, names, shown } = props;
	const [open, setOpen] = useState<OpenLists>(() => new Map());
	const scroller = useRef<HTMLDivElement>(null);
	const prefix = useId();
	const lines: readonly PanelLine<Row>[] = useMemo(() => listLines(shown, open), [shown, open]);
	const onToggle = useCallback(
		(key: string, column: number) => setOpen((now) => toggleList(now, key, column)),
		[],
	);
	const numeric = useMemo(
		() => columns.map(({ rules, isNumber }) => isNumber ?? rules !== undefined),
		[columns],
	);
	const widths = useMemo(() => columns.map(({ width }) => width ?? null), [columns]);
	const least = widths.reduce<number>((sum, width) => sum + (width ?? LEAST_WIDTH), 0);
	const isLong = lines.length > PLAIN_LINES;
	const body = { lines, columns, prefix, onToggle, openOf: (key: string) => open.get(key) };
	return (
		<div
			ref={scroller}
			class={isLong ? "detection-vault-scroller is-long" : "detection-vault-scroller"}
			role="group"
			aria-label={props.name}
			tabIndex={isLong ? 0 : undefined}
		>
			<table
				role="table"
				class="detection-vault-table is-fixed"
				aria-rowcount={shown.length + 1}
				style={{ "--detection-vault-least": `${least}ch` }}
			>
				<colgroup>
					{widths.map((width, column) => (
						<col key={column} style={width === null ? undefined : { width: `${width}ch` }} />
					))}
				</colgroup>
				<TableHeader
					columns={names}
					numeric={numeric}
					widths={widths}
					sort={props.sort}
					onSort={props.onSort}
				/>
				{isLong ? <VirtualLines {...body} scroller={scroller} /> : <PlainLines {...body} />}
			</table>
		</div>
	);
}

import { useId, useMemo, useRef } from "preact/hooks";
import { LinkTabIndex } from "../values/link-focus";
import { useHost } from "../view-host";
import type { Leaving } from "./field-props";
import { estimateWidths } from "./column-widths";
import type { GridColumns } from "./grid-cell";
import { nextCell } from "./move-cell";
import { PlainBody, VirtualBody } from "./table-body";
import { TableHeader } from "./table-header";
import type { SortState, TableRow } from "./table-model";
import { useColumnWidths } from "./use-column-widths";
import { useEditing, useHeldRow } from "./use-editing";
import type { Editing } from "./use-editing";
import { placeOf, useGridFocus } from "./use-grid-focus";
import type { GridFocus } from "./use-grid-focus";
import { isInEditor, useGridKeys } from "./use-grid-keys";
import { useLatest } from "./use-latest";

/** Longer tables draw only the rows in sight. */
const PLAIN_ROWS = 60;

interface GridTableProps {
	readonly columns: readonly string[];
	readonly numeric: readonly boolean[];
	/** The property of each column, null for none. */
	readonly editable: readonly (string | null)[];
	/** All rows in the query's order, and those that are shown in theirs. */
	readonly all: readonly TableRow[];
	readonly shown: readonly TableRow[];
	readonly sort: SortState | null;
	readonly onSort: (column: number) => void;
	readonly widths: readonly number[] | null;
	readonly onWidths: (widths: readonly number[]) => void;
	/** What names the table among those of all notes. */
	readonly id: string;
}

/** A grid of cells that a person walks through with the arrow keys, and edits where a cell shows a property of its row's note. */
export function GridTable(props: GridTableProps) {
	const { columns, numeric, editable, all } = props;
	const { texts, edits } = useHost();
	const scroller = useRef<HTMLDivElement>(null);
	const table = useRef<HTMLTableElement>(null);
	const prefix = useId();
	const editing = useEditing(all, editable, props.id);
	const { session, ahead, save } = editing;
	const rows = useHeldRow(props.shown, session);
	const focus = useGridFocus(table, rows);
	const widths = useColumnWidths(table, columns, rows, props.onWidths);
	const onKeyDown = useGridKeys({
		...{ table, rows, focus, editing, widths },
		columns: columns.length,
		id: props.id,
	});
	const onClose = useLatest((leaving: Leaving) => {
		editing.close();
		moveOn(leaving, focus, editable, rows.length);
	});
	const cells: GridColumns = useMemo(
		() => ({ numeric, editable, prefix, save, onClose }),
		[numeric, editable, prefix, save, onClose],
	);
	const estimated = useMemo(() => estimateWidths(columns, all), [columns, all]);
	const isLong = useIsLong(all.length, session !== null);
	const body = { rows, columns: cells, active: focus.active, session, ahead };
	return (
		<div
			ref={scroller}
			class={isLong ? "detection-vault-scroller is-long" : "detection-vault-scroller"}
		>
			<table
				ref={table}
				role="grid"
				aria-label={texts.table.tableName}
				class={props.widths === null ? "detection-vault-table" : "detection-vault-table is-sized"}
				aria-rowcount={rows.length + 1}
				aria-colcount={columns.length}
				style={tableStyle(props.widths, isLong ? estimated.least : null)}
				onKeyDown={onKeyDown}
				onFocusIn={(event) => {
					if (!event.currentTarget.contains(event.relatedTarget as Node | null)) edits?.prepare();
					focus.onFocusIn(event);
				}}
				onFocusOut={focus.onFocusOut}
			>
				<Columns
					widths={props.widths ?? (isLong ? estimated.columns : [])}
					unit={props.widths === null ? "ch" : "px"}
				/>
				<TableHeader
					columns={columns}
					numeric={numeric}
					widths={estimated.columns}
					sort={props.sort}
					onSort={props.onSort}
					grid={{
						active: focus.active.row === -1 ? focus.active.column : null,
						onDrag: widths.drag,
						onFit: widths.fit,
					}}
				/>
				<LinkTabIndex.Provider value={-1}>
					<tbody role="rowgroup" {...editsByMouse(rows, editing)}>
						{isLong ? <VirtualBody {...body} scroller={scroller} /> : <PlainBody {...body} />}
					</tbody>
				</LinkTabIndex.Provider>
			</table>
		</div>
	);
}

/** A double click edits a cell, and so does a click on its button or checkbox. */
function editsByMouse(rows: readonly TableRow[], editing: Editing) {
	const edit = (target: EventTarget | null): void => {
		const place = placeOf(target);
		const row = rows[place?.row ?? -1];
		if (place !== undefined && row !== undefined) editing.start(row, place.column);
	};
	return {
		onDblClick: ({ target }: MouseEvent) => {
			if (!hasOwnAction(target) && !isInEditor(target)) edit(target);
		},
		onClick: (event: MouseEvent) => {
			if (!isEditControl(event.target)) return;
			// The box shows what the note has, once it has it.
			event.preventDefault();
			edit(event.target);
		},
	};
}

/** Puts the focus where it belongs after a cell's editor has closed. */
function moveOn(
	leaving: Leaving,
	focus: GridFocus,
	editable: readonly (string | null)[],
	rows: number,
): void {
	if (leaving === "away") return;
	const fields = editable.flatMap((name, column) => (name === null ? [] : [column]));
	const step = leaving === "next" ? 1 : -1;
	const to = leaving === "stay" ? undefined : nextCell(focus.active, step, fields, rows);
	if (to === undefined) focus.refocus();
	else focus.moveTo(to);
}

function Columns(props: {
	readonly widths: readonly (number | null)[];
	readonly unit: "ch" | "px";
}) {
	if (props.widths.length === 0) return null;
	return (
		<colgroup>
			{props.widths.map((width, column) => (
				<col key={column} style={width === null ? undefined : { width: `${width}${props.unit}` }} />
			))}
		</colgroup>
	);
}

function tableStyle(widths: readonly number[] | null, least: number | null) {
	if (widths !== null) return { width: `${widths.reduce((sum, width) => sum + width, 0)}px` };
	return least === null ? undefined : { minWidth: `${least}ch` };
}

/** Whether a table draws only the rows in sight; that does not change under a cell that is being edited. */
function useIsLong(rows: number, isEdited: boolean): boolean {
	const isLong = useRef(rows > PLAIN_ROWS);
	if (!isEdited) isLong.current = rows > PLAIN_ROWS;
	return isLong.current;
}

function closest(target: EventTarget | null, selector: string): boolean {
	const node = target as Node | null;
	return node?.instanceOf(Element) === true && node.closest(selector) !== null;
}

function isEditControl(target: EventTarget | null): boolean {
	return closest(target, ".detection-vault-edit, td > input[type=checkbox]") && !isInEditor(target);
}

function hasOwnAction(target: EventTarget | null): boolean {
	return closest(target, "a, button, input, textarea");
}

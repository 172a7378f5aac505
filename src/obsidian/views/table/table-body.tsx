import type { RefObject } from "preact";
import { Fragment } from "preact";
import { useMemo } from "preact/hooks";
import { memo } from "../memo";
import { RowSpacer } from "../spacers";
import { useVirtualRows } from "../use-virtual-rows";
import { GridCell } from "./grid-cell";
import type { GridColumns } from "./grid-cell";
import type { CellPlace } from "./move-cell";
import type { TableRow } from "./table-model";
import type { EditSession } from "./use-editing";

interface BodyProps {
	readonly rows: readonly TableRow[];
	readonly columns: GridColumns;
	readonly active: CellPlace;
	readonly session: EditSession | null;
	/** Gives a row as it is to be drawn. */
	readonly ahead: (row: TableRow) => TableRow;
}

/** All rows at once: for tables that are short enough. */
export function PlainBody(props: BodyProps) {
	return (
		<>
			{props.rows.map((row, index) => (
				<BodyRow key={row.key} {...rowProps(props, row, index)} />
			))}
		</>
	);
}

/** Only the rows in sight and the active one, between empty ones that hold the place of the others. */
export function VirtualBody(
	props: BodyProps & { readonly scroller: RefObject<HTMLElement | null> },
) {
	const { rows, columns, scroller } = props;
	const keys = useMemo(() => rows.map((row) => row.key), [rows]);
	const virtual = useVirtualRows<HTMLTableRowElement>(scroller, keys, props.active.row);
	const width = columns.numeric.length;
	let end = 0;
	return (
		<>
			{virtual.items.map((item) => {
				const row = rows[item.index];
				if (row === undefined) return null;
				const gap = item.start - end;
				({ end } = item);
				return (
					<Fragment key={row.key}>
						<RowSpacer height={gap} columns={width} />
						<BodyRow {...rowProps(props, row, item.index)} measure={virtual.measure} />
					</Fragment>
				);
			})}
			<RowSpacer key="after" height={virtual.after} columns={width} />
		</>
	);
}

interface RowProps {
	readonly row: TableRow;
	readonly index: number;
	readonly columns: GridColumns;
	/** The active cell's column, -1 where it is in another row. */
	readonly active: number;
	/** What is edited in this row, null for nothing. */
	readonly session: EditSession | null;
	readonly measure?: (row: HTMLTableRowElement | null) => void;
}

function rowProps({ columns, active, session, ahead }: BodyProps, row: TableRow, index: number) {
	return {
		row: ahead(row),
		index,
		columns,
		active: active.row === index ? active.column : -1,
		session: session?.row === row.key ? session : null,
	};
}

const BodyRow = memo(function BodyRow(props: RowProps) {
	const { row, index, columns, active, session, measure } = props;
	return (
		<tr ref={measure ?? null} role="row" data-index={index} aria-rowindex={index + 2}>
			{columns.numeric.map((_, column) => (
				<GridCell
					key={column}
					value={row.cells[column] ?? null}
					note={row.note}
					column={column}
					columns={columns}
					isActive={active === column}
					session={session?.column === column ? session : null}
				/>
			))}
		</tr>
	);
});

import { memo } from "../memo";
import type { RefObject } from "preact";
import { ValueView } from "../values/value-view";
import type { TableRow } from "./table-model";
import { useVirtualRows } from "../use-virtual-rows";

interface BodyProps {
	readonly rows: readonly TableRow[];
	readonly numeric: readonly boolean[];
}

/** All rows at once: for tables that are short enough. */
export function PlainBody({ rows, numeric }: BodyProps) {
	return (
		<tbody>
			{rows.map((row, index) => (
				<BodyRow key={row.key} row={row} index={index} numeric={numeric} />
			))}
		</tbody>
	);
}

/** Only the rows in sight, between two empty ones that hold the place of the others. */
export function VirtualBody(
	props: BodyProps & { readonly scroller: RefObject<HTMLElement | null> },
) {
	const { rows, numeric, scroller } = props;
	const virtual = useVirtualRows<HTMLTableRowElement>(
		scroller,
		rows.map((row) => row.key),
	);
	return (
		<tbody>
			<Spacer height={virtual.before} columns={numeric.length} />
			{virtual.items.map(({ index }) => {
				const row = rows[index];
				if (row === undefined) return null;
				return (
					<BodyRow
						key={row.key}
						row={row}
						index={index}
						numeric={numeric}
						measure={virtual.measure}
					/>
				);
			})}
			<Spacer height={virtual.after} columns={numeric.length} />
		</tbody>
	);
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
	if (height <= 0) return null;
	return (
		<tr aria-hidden="true" class="detection-vault-spacer">
			<td colSpan={columns} style={{ height: `${height}px` }} />
		</tr>
	);
}

interface RowProps {
	readonly row: TableRow;
	readonly index: number;
	readonly numeric: readonly boolean[];
	readonly measure?: (row: HTMLTableRowElement | null) => void;
}

const BodyRow = memo(function BodyRow({ row, index, numeric, measure }: RowProps) {
	return (
		<tr ref={measure ?? null} data-index={index} aria-rowindex={index + 2}>
			{numeric.map((isNumber, column) => (
				<td key={column} class={isNumber ? "detection-vault-number" : undefined}>
					<ValueView value={row.cells[column] ?? null} />
				</td>
			))}
		</tr>
	);
});

import type { TargetedPointerEvent } from "preact";
import { Icon } from "../icon";
import { useHost } from "../view-host";
import type { SortState } from "./table-model";

/** What a header of a grid does beside sorting. */
export interface HeaderGrid {
	/** The column whose button Tab stops at, null where Tab stops elsewhere in the grid. */
	readonly active: number | null;
	/** Follows the pointer from a column's edge. */
	readonly onDrag: (column: number, event: TargetedPointerEvent<HTMLElement>) => void;
	/** Makes a column as wide as its texts. */
	readonly onFit: (column: number) => void;
}

/** The header row: each column's name is a button that sorts by it. */
export function TableHeader(props: {
	readonly columns: readonly string[];
	readonly numeric: readonly boolean[];
	/** Null for columns of long text. */
	readonly widths: readonly (number | null)[];
	readonly sort: SortState | null;
	readonly onSort: (column: number) => void;
	readonly grid?: HeaderGrid;
}) {
	return (
		<thead role="rowgroup">
			<tr role="row" aria-rowindex={1}>
				{props.columns.map((name, column) => (
					<HeaderCell
						key={column}
						name={name}
						column={column}
						numeric={props.numeric[column] === true}
						wide={props.widths[column] === null}
						direction={props.sort?.column === column ? props.sort.direction : "none"}
						onSort={() => props.onSort(column)}
						grid={props.grid}
					/>
				))}
			</tr>
		</thead>
	);
}

const ICONS = { ascending: "chevron-up", descending: "chevron-down", none: "chevrons-up-down" };

function HeaderCell(props: {
	readonly name: string;
	readonly column: number;
	readonly numeric: boolean;
	readonly wide: boolean;
	readonly direction: "ascending" | "descending" | "none";
	readonly onSort: () => void;
	readonly grid: HeaderGrid | undefined;
}) {
	const { column, grid } = props;
	const { table } = useHost().texts;
	const kind = props.numeric
		? "detection-vault-number"
		: props.wide
			? "detection-vault-wide"
			: undefined;
	return (
		<th
			role="columnheader"
			scope="col"
			aria-sort={props.direction}
			aria-colindex={column + 1}
			data-column={column}
			class={kind}
		>
			<button
				type="button"
				class="detection-vault-sort"
				tabIndex={grid === undefined || grid.active === column ? undefined : -1}
				aria-description={grid === undefined ? undefined : table.columnHelp}
				onClick={props.onSort}
			>
				<span>{props.name}</span>
				<Icon name={ICONS[props.direction]} />
			</button>
			{grid === undefined ? null : (
				<span
					class="detection-vault-edge"
					aria-hidden="true"
					onPointerDown={(event) => grid.onDrag(column, event)}
					onDblClick={() => grid.onFit(column)}
				/>
			)}
		</th>
	);
}

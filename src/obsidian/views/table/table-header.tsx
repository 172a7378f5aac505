import { Icon } from "../icon";
import type { SortState } from "./table-model";

/** The header row: each column's name is a button that sorts by it. */
export function TableHeader(props: {
	readonly columns: readonly string[];
	readonly numeric: readonly boolean[];
	/** Null for columns of long text. */
	readonly widths: readonly (number | null)[];
	readonly sort: SortState | null;
	readonly onSort: (column: number) => void;
}) {
	return (
		<thead role="rowgroup">
			<tr role="row" aria-rowindex={1}>
				{props.columns.map((name, column) => (
					<HeaderCell
						key={column}
						name={name}
						numeric={props.numeric[column] === true}
						wide={props.widths[column] === null}
						direction={props.sort?.column === column ? props.sort.direction : "none"}
						onSort={() => props.onSort(column)}
					/>
				))}
			</tr>
		</thead>
	);
}

const ICONS = { ascending: "chevron-up", descending: "chevron-down", none: "chevrons-up-down" };

function HeaderCell(props: {
	readonly name: string;
	readonly numeric: boolean;
	readonly wide: boolean;
	readonly direction: "ascending" | "descending" | "none";
	readonly onSort: () => void;
}) {
	const kind = props.numeric
		? "detection-vault-number"
		: props.wide
			? "detection-vault-wide"
			: undefined;
	return (
		<th role="columnheader" scope="col" aria-sort={props.direction} class={kind}>
			<button type="button" class="detection-vault-sort" onClick={props.onSort}>
				<span>{props.name}</span>
				<Icon name={ICONS[props.direction]} />
			</button>
		</th>
	);
}

import type { RefObject } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { RuleEntry } from "../../../../core/library/library-entry";
import { memo } from "../../memo";
import { RowSpacer } from "../../spacers";
import { useVirtualRows } from "../../use-virtual-rows";
import { ValueView } from "../../values/value-view";
import { CountButton } from "./count-button";
import type { PanelColumn } from "./panel-column";
import type { PanelLine } from "./panel-lines";
import { RuleList } from "./rule-list";

interface BodyProps<Row> {
	readonly lines: readonly PanelLine<Row>[];
	readonly columns: readonly PanelColumn<Row>[];
	/** Which column's list is open below a row. */
	readonly openOf: (key: string) => number | undefined;
	/** What ids of this table start with. */
	readonly prefix: string;
	readonly onToggle: (key: string, column: number) => void;
}

/** All lines at once: for tables that are short enough. */
export function PlainLines<Row>(props: BodyProps<Row>) {
	return (
		<tbody role="rowgroup">
			{props.lines.map((line, place) => (
				<Line key={line.key} {...props} line={line} place={place} />
			))}
		</tbody>
	);
}

/** Only the lines in sight, between two empty rows that hold the place of the others. */
export function VirtualLines<Row>(
	props: BodyProps<Row> & { readonly scroller: RefObject<HTMLElement | null> },
) {
	const { lines, columns } = props;
	const keys = useMemo(() => lines.map(({ key }) => key), [lines]);
	const virtual = useVirtualRows<HTMLTableRowElement>(props.scroller, keys);
	return (
		<tbody role="rowgroup">
			<RowSpacer height={virtual.before} columns={columns.length} />
			{virtual.items.map(({ index: place }) => {
				const line = lines[place];
				if (line === undefined) return null;
				return (
					<Line key={line.key} {...props} line={line} place={place} measure={virtual.measure} />
				);
			})}
			<RowSpacer height={virtual.after} columns={columns.length} />
		</tbody>
	);
}

function Line<Row>(
	props: BodyProps<Row> & {
		readonly line: PanelLine<Row>;
		readonly place: number;
		readonly measure?: (row: HTMLTableRowElement | null) => void;
	},
) {
	const { line, columns, place, prefix, onToggle, measure } = props;
	const id = `${prefix}-${place - (line.column === null ? 0 : 1)}`;
	if (line.column !== null) return <ListLine {...props} id={id} column={line.column} />;
	return (
		<RowLine
			line={line}
			columns={columns as readonly PanelColumn<unknown>[]}
			place={place}
			id={id}
			open={props.openOf(line.key)}
			onToggle={onToggle}
			measure={measure}
		/>
	);
}

const RowLine = memo(function RowLine(props: {
	readonly line: PanelLine<unknown>;
	readonly columns: readonly PanelColumn<unknown>[];
	readonly place: number;
	readonly id: string;
	readonly open: number | undefined;
	readonly onToggle: (key: string, column: number) => void;
	readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
}) {
	const { line, open } = props;
	const { row, cells } = line.row;
	return (
		<tr
			ref={props.measure ?? null}
			role="row"
			data-index={props.place}
			aria-rowindex={line.index + 2}
		>
			{props.columns.map((column, index) => {
				const value = cells[index] ?? null;
				if (column.rules === undefined || typeof value !== "number")
					return (
						<td
							key={index}
							role="cell"
							data-label={column.name}
							class={typeof value === "number" ? "detection-vault-number" : undefined}
						>
							<div>
								{column.draw === undefined ? <ValueView value={value} /> : column.draw(row)}
							</div>
						</td>
					);
				return (
					<td key={index} role="cell" data-label={column.name} class="detection-vault-number">
						<div>
							<CountButton
								count={value}
								isOpen={open === index}
								controls={props.id}
								onToggle={() => props.onToggle(line.key, index)}
							/>
						</div>
					</td>
				);
			})}
		</tr>
	);
});

/** The list that a number opened, below its row; closing it gives the focus back to the number. */
function ListLine<Row>(
	props: BodyProps<Row> & {
		readonly line: PanelLine<Row>;
		readonly place: number;
		readonly id: string;
		readonly column: number;
		readonly measure?: (row: HTMLTableRowElement | null) => void;
	},
) {
	const { line, columns, column } = props;
	const cell = useRef<HTMLTableCellElement>(null);
	const rules = useMemo(
		() => columns[column]?.rules?.(line.row.row) ?? [],
		[columns, column, line.row],
	);
	const detail = columns[column]?.detail;
	return (
		<tr
			ref={props.measure ?? null}
			role="row"
			data-index={props.place}
			class="detection-vault-opened"
		>
			<td ref={cell} role="cell" colSpan={columns.length}>
				<RuleList
					id={props.id}
					rules={rules}
					{...(detail === undefined
						? {}
						: { detail: (rule: RuleEntry) => detail(line.row.row, rule) })}
					onClose={() => {
						focusNumber(cell.current);
						props.onToggle(line.row.key, column);
					}}
				/>
			</td>
		</tr>
	);
}

function focusNumber(cell: HTMLElement | null): void {
	const number =
		cell?.parentElement?.previousElementSibling?.querySelector<HTMLElement>("[aria-expanded=true]");
	number?.focus();
}

import type { RefObject, TargetedMouseEvent } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { TechniqueEntry } from "../../../core/library/library-entry";
import type { MatrixCell as Cell } from "../../../core/matrix/matrix";
import { memo } from "../memo";
import { useHost } from "../view-host";
import type { CellActions } from "./cell-actions";
import type { CellWords } from "./lens-words";
import { MatrixCell } from "./matrix-cell";
import type { SlotColumn } from "./matrix-slots";
import { useRowTurns } from "./use-row-turns";
import { useMatrixFocus } from "./use-matrix-focus";
import { useMatrixKeys } from "./use-matrix-keys";
import { useWindow } from "./use-window";

/** What the grid draws. */
export interface MatrixGridProps {
	readonly label: string;
	readonly columns: readonly SlotColumn[];
	/** Another function where what cells say is another. */
	readonly wordsOf: (technique: string) => CellWords;
	readonly isFound: (cell: Cell) => boolean;
	readonly isUnfolded: (technique: string) => boolean;
	/** Whether what cells say comes soon: nothing is drawn twice for it, unless it takes longer than a frame. */
	readonly isCounting: boolean;
	/** Empty while notes are being read. */
	readonly notes: ReadonlyMap<string, TechniqueEntry>;
	readonly actions: CellActions;
	/** The element that scrolls. */
	readonly scroller: RefObject<HTMLDivElement | null>;
}

/** The matrix: tactics across, techniques down. Only rows in sight are drawn. */
export function MatrixGrid(props: MatrixGridProps) {
	const { columns, actions, scroller } = props;
	const body = useRef<HTMLDivElement>(null);
	const rows = Math.max(0, ...columns.map(({ slots }) => slots.length));
	const shown = useWindow(scroller, body, rows, !props.isCounting);
	const { wordsOf, isFound, isUnfolded, notes } = props;
	const look = useMemo<Look>(
		() => ({ columns, wordsOf, isFound, isUnfolded, notes }),
		[columns, wordsOf, isFound, isUnfolded, notes],
	);
	const lookAt = useRowTurns(look, shown, body);
	const focus = useMatrixFocus(body, columns);
	const onKeyDown = useMatrixKeys({
		...{ columns, focus, page: shown.page, actions },
		isUnfolded,
	});
	const indices = useMemo(
		() => drawnRows(shown.from, shown.to, rows, focus.active.row),
		[shown.from, shown.to, rows, focus.active.row],
	);
	const widths = `repeat(${Math.max(1, columns.length)}, minmax(var(--detection-vault-matrix-width), 1fr))`;
	return (
		<div class="detection-vault-matrix-scroller" ref={scroller}>
			<div
				role="grid"
				class="detection-vault-matrix-grid"
				aria-label={props.label}
				aria-rowcount={rows + 1}
				aria-colcount={columns.length}
				style={{ "--detection-vault-matrix-columns": widths }}
			>
				<Heads columns={columns} />
				<div
					role="rowgroup"
					ref={body}
					class="detection-vault-matrix-body"
					style={{ height: `calc(${rows} * var(--detection-vault-matrix-row))` }}
					onKeyDown={onKeyDown}
					onFocusIn={focus.onFocusIn}
					onFocusOut={focus.onFocusOut}
					{...listen(actions)}
				>
					{indices.map((row) => {
						const isActive = row === focus.active.row;
						// The row with the focus is where a person looks, and where the keys lead from.
						const drawn = isActive ? look : lookAt(row);
						// Cells of other columns than now would have no place.
						if (drawn.columns.length !== columns.length) return null;
						const activeColumn = isActive ? focus.active.column : -1;
						return <Row key={row} {...{ row, activeColumn }} look={drawn} />;
					})}
				</div>
			</div>
		</div>
	);
}

/** The row with the focus is drawn wherever the others are. */
function drawnRows(from: number, to: number, rows: number, active: number): readonly number[] {
	const end = Math.min(to, rows);
	const indices = Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index);
	if (active < 0 || active >= rows || (active >= from && active < end)) return indices;
	return active < from ? [active, ...indices] : [...indices, active];
}

const Heads = memo(function Heads({ columns }: { readonly columns: readonly SlotColumn[] }) {
	const { matrix: texts } = useHost().texts;
	return (
		<div role="rowgroup" class="detection-vault-matrix-heads">
			<div role="row" aria-rowindex={1} class="detection-vault-matrix-row">
				{columns.map(({ column, techniques }, index) => (
					<div
						key={column.shortName}
						role="columnheader"
						aria-colindex={index + 1}
						class="detection-vault-matrix-head"
						data-tactic={column.shortName}
					>
						<span class="detection-vault-matrix-tactic">{column.name}</span>
						<span class="detection-vault-matrix-count">{texts.techniques(techniques)}</span>
					</div>
				))}
			</div>
		</div>
	);
});

/** What rows are drawn from: all of it belongs together. */
type Look = Omit<MatrixGridProps, "label" | "isCounting" | "actions" | "scroller">;

interface RowProps {
	readonly row: number;
	readonly look: Look;
	/** -1 where the active cell is in another row. */
	readonly activeColumn: number;
}

const Row = memo(function Row(props: RowProps) {
	const { row, activeColumn } = props;
	const { columns, wordsOf, isFound, isUnfolded, notes } = props.look;
	return (
		<div
			role="row"
			aria-rowindex={row + 2}
			class="detection-vault-matrix-row is-placed"
			style={{ transform: `translateY(calc(${row} * var(--detection-vault-matrix-row)))` }}
		>
			{columns.map(({ column, slots }, index) => {
				const slot = slots[row];
				if (slot === undefined) return null;
				const { id } = slot.cell;
				return (
					<MatrixCell
						key={`${column.shortName} ${id}`}
						slot={slot}
						column={index}
						tactic={column.name}
						words={wordsOf(id)}
						hasNote={notes.size === 0 || notes.has(id)}
						isActive={index === activeColumn}
						isFound={isFound(slot.cell)}
						isUnfolded={isUnfolded(id)}
					/>
				);
			})}
		</div>
	);
});

type BodyMouseEvent = TargetedMouseEvent<HTMLDivElement>;

/** One listener for all cells, whatever comes and goes. */
function listen(actions: CellActions) {
	const withCell =
		(work: (technique: string, event: BodyMouseEvent, cell: HTMLElement) => void) =>
		(event: BodyMouseEvent): void => {
			const target = event.target as Node | null;
			if (target?.instanceOf(Element) !== true) return;
			const cell = target.closest<HTMLElement>("[data-technique]");
			const technique = cell?.dataset["technique"];
			if (cell !== null && technique !== undefined) work(technique, event, cell);
		};
	const activate = withCell((technique, event) => {
		if (event.button > 1) return;
		event.preventDefault();
		if ((event.target as Element).closest(".detection-vault-matrix-fold") === null)
			actions.open(technique, event);
		else if (event.button === 0) actions.toggle(technique);
	});
	return {
		onClick: activate,
		onAuxClick: activate,
		onContextMenu: withCell((technique, event, cell) => {
			event.preventDefault();
			actions.showMenu(technique, event, cell);
		}),
		onMouseOver: withCell((technique, event, cell) => actions.preview(technique, event, cell)),
	};
}

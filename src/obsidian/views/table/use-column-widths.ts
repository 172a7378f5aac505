import type { RefObject, TargetedPointerEvent } from "preact";
import { clampWidth, fitColumn } from "./fit-column";
import type { TableRow } from "./table-model";
import { useLatest } from "./use-latest";

/** How far one press of an arrow key moves a column's edge, in CSS pixels. */
const STEP = 16;

/** Ways to set the widths of columns. */
export interface WidthActions {
	/** Follows the pointer until it is let go. */
	readonly drag: (column: number, event: TargetedPointerEvent<HTMLElement>) => void;
	readonly widen: (column: number, steps: number) => void;
	readonly fit: (column: number) => void;
}

/** Lets a person set the widths of a table's columns, in CSS pixels; the first change fixes all of them. */
export function useColumnWidths(
	table: RefObject<HTMLTableElement | null>,
	columns: readonly string[],
	rows: readonly TableRow[],
	setWidths: (widths: readonly number[]) => void,
): WidthActions {
	const resize = (column: number, width: number, all = measureColumns(table.current)): void =>
		setWidths(all.map((old, index) => (index === column ? clampWidth(width) : old)));
	return {
		drag: useLatest((column, event) => {
			// Neither selects text nor takes the focus from a cell.
			event.preventDefault();
			const all = measureColumns(table.current);
			const { currentTarget: edge, clientX: start, pointerId } = event;
			const sign = edge.win.getComputedStyle(edge).direction === "rtl" ? -1 : 1;
			const follow = ({ clientX }: PointerEvent): void =>
				resize(column, (all[column] ?? 0) + (clientX - start) * sign, all);
			const stop = (): void => {
				edge.removeEventListener("pointermove", follow);
				edge.removeEventListener("pointerup", stop);
				edge.removeEventListener("pointercancel", stop);
			};
			edge.setPointerCapture(pointerId);
			edge.addEventListener("pointermove", follow);
			edge.addEventListener("pointerup", stop);
			edge.addEventListener("pointercancel", stop);
		}),
		widen: useLatest((column, steps) => {
			const all = measureColumns(table.current);
			resize(column, (all[column] ?? 0) + steps * STEP, all);
		}),
		fit: useLatest((column) => {
			const element = table.current;
			const cell = element?.querySelector("tbody td:not([colspan])") ?? element;
			if (!element || !cell) return;
			const { font } = element.win.getComputedStyle(cell);
			resize(column, fitColumn(columns[column] ?? "", column, rows, font));
		}),
	};
}

function measureColumns(table: HTMLTableElement | null): number[] {
	const headers = table?.querySelectorAll("thead th") ?? [];
	return Array.from(headers, (header) => Math.round(header.getBoundingClientRect().width));
}

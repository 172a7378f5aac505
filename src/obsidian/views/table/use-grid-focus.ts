import type { RefObject } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CellPlace } from "./move-cell";
import type { TableRow } from "./table-model";
import { useLatest } from "./use-latest";

/** The cell that the Tab key stops at; the row by its key, null for the header. */
interface Chosen {
	readonly row: string | null;
	readonly column: number;
}

/** Which cell of a grid is the active one, and the focus on it. */
export interface GridFocus {
	readonly active: CellPlace;
	/** Makes a cell the active one and gives it the focus. */
	readonly moveTo: (place: CellPlace) => void;
	/** Gives the focus back to the active cell once it is drawn. */
	readonly refocus: () => void;
	readonly onFocusIn: (event: FocusEvent) => void;
	readonly onFocusOut: (event: FocusEvent) => void;
	/** Takes the focus out of the grid. */
	readonly leave: () => void;
}

/** Keeps a grid's focus on its cell, by roving tabindex, while rows come, go and move (ARIA practices 1.2). */
export function useGridFocus(
	table: RefObject<HTMLTableElement | null>,
	rows: readonly TableRow[],
): GridFocus {
	const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
	const places = useMemo(() => new Map(rows.map(({ key }, index) => [key, index])), [rows]);
	const lastRow = useRef(0);
	const isInside = useRef(false);
	const isAsked = useRef(false);
	const active = { row: rowOf(chosen, places, lastRow.current), column: chosen?.column ?? 0 };
	lastRow.current = active.row;
	useLayoutEffect(() => {
		const element = table.current;
		if (element === null) return;
		const isLost = isInside.current && !element.contains(element.doc.activeElement);
		if (isAsked.current || isLost) focusCell(element, active, isAsked.current);
		isAsked.current = false;
	});
	const choose = (place: CellPlace): void =>
		setChosen({ row: rows[place.row]?.key ?? null, column: place.column });
	return {
		active,
		moveTo: useLatest((place) => {
			isAsked.current = true;
			choose(place);
		}),
		refocus: useLatest(() => {
			isAsked.current = true;
			setChosen((now) => (now === undefined ? undefined : { ...now }));
		}),
		onFocusIn: useLatest((event) => {
			isInside.current = true;
			const place = placeOf(event.target);
			if (place === undefined) return;
			if (place.row !== active.row || place.column !== active.column) choose(place);
			else if (chosen === undefined) choose(place);
		}),
		onFocusOut: useLatest((event) => {
			const element = table.current;
			if (element === null || isWithin(element, event.relatedTarget)) return;
			if (event.relatedTarget !== null) isInside.current = false;
			// A row that moves loses the focus for a moment, and gets it back when it is drawn.
			else
				element.win.setTimeout(
					() => (isInside.current = isWithin(element, element.doc.activeElement)),
				);
		}),
		leave: useLatest(() => {
			isInside.current = false;
			const focused = table.current?.doc.activeElement;
			if (focused?.instanceOf(HTMLElement) === true) focused.blur();
		}),
	};
}

function rowOf(
	chosen: Chosen | undefined,
	places: ReadonlyMap<string, number>,
	lastRow: number,
): number {
	if (chosen === undefined) return places.size === 0 ? -1 : 0;
	if (chosen.row === null) return -1;
	return places.get(chosen.row) ?? Math.min(lastRow, places.size - 1);
}

/** The cell that an element stands in; undefined for none. */
export function placeOf(target: EventTarget | null): CellPlace | undefined {
	if (!(target as Node | null)?.instanceOf(Element)) return undefined;
	const element = target as Element;
	const cell = element.closest<HTMLElement>("[data-column]");
	if (cell === null) return undefined;
	const row = cell.closest<HTMLElement>("[data-index]")?.dataset["index"];
	return { row: row === undefined ? -1 : Number(row), column: Number(cell.dataset["column"]) };
}

/** The element of a cell; a header's is its button. */
export function cellAt(table: HTMLElement, { row, column }: CellPlace): HTMLElement | null {
	return row === -1
		? table.querySelector(`th[data-column="${column}"] button`)
		: table.querySelector(`tr[data-index="${row}"] > [data-column="${column}"]`);
}

function focusCell(table: HTMLElement, place: CellPlace, shows: boolean): void {
	const cell = cellAt(table, place);
	const editor = cell?.querySelector<HTMLElement>("[data-main]");
	(editor ?? cell)?.focus({ preventScroll: true });
	if (shows && cell !== null) showCell(cell, FRAMES);
}

/** Frames after which all rows around a cell that came into sight have been measured. */
const FRAMES = 8;

/** What a person scrolls with: the wheel, a finger, the scroll bar. */
const SCROLLING = ["wheel", "touchmove", "pointerdown"] as const;

/** Brings a cell into sight, and keeps it there while rows around it turn out to be higher than was thought. */
function showCell(cell: HTMLElement, frames: number): void {
	let left = frames;
	const stop = (): void => void (left = 0);
	// Whoever scrolls on at once does not want to be taken back.
	for (const event of SCROLLING) cell.doc.addEventListener(event, stop, { passive: true });
	const show = (): void => {
		cell.scrollIntoView({ block: "nearest", inline: "nearest" });
		left--;
		cell.win.requestAnimationFrame(() => {
			if (left > 0 && cell.contains(cell.doc.activeElement)) show();
			else for (const event of SCROLLING) cell.doc.removeEventListener(event, stop);
		});
	};
	show();
}

function isWithin(element: Element, target: EventTarget | null): boolean {
	return target !== null && element.contains(target as Node);
}

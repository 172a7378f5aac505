import type { RefObject } from "preact";
import { useHost } from "../view-host";
import { moveCell } from "./move-cell";
import type { GridSize } from "./move-cell";
import type { TableRow } from "./table-model";
import type { WidthActions } from "./use-column-widths";
import type { Editing } from "./use-editing";
import { cellAt } from "./use-grid-focus";
import type { GridFocus } from "./use-grid-focus";

/** What the keys of a grid act on. */
export interface GridParts {
	readonly table: RefObject<HTMLTableElement | null>;
	readonly rows: readonly TableRow[];
	readonly columns: number;
	/** What names the table whose edits are undone. */
	readonly id: string;
	readonly focus: GridFocus;
	readonly editing: Editing;
	readonly widths: WidthActions;
}

/** Gives what keys do in a grid. Keys in a cell's editor are the editor's own. */
export function useGridKeys(parts: GridParts): (event: KeyboardEvent) => void {
	const { edits } = useHost();
	const { focus, widths } = parts;
	return (event) => {
		const { table } = parts;
		if (table.current === null || isInEditor(event.target)) return;
		const { row, column } = focus.active;
		const to = moveCell(event, focus.active, sizeOf(table.current, parts));
		if (to !== undefined) focus.moveTo(to);
		else if (isUndo(event)) edits?.undo(parts.id);
		else if (isRedo(event)) edits?.redo(parts.id);
		else if (row === -1) {
			if (!resizes(event, column, widths)) return;
		} else if (!acts(event, table.current, parts)) return;
		// A live preview around the table would take the key as one for its text.
		event.preventDefault();
		event.stopPropagation();
	};
}

function isUndo({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
	return key.toLowerCase() === "z" && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

function isRedo({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
	const name = shiftKey ? "z" : "y";
	return key.toLowerCase() === name && (ctrlKey || metaKey) && !altKey;
}

function resizes(event: KeyboardEvent, column: number, widths: WidthActions): boolean {
	if (!event.shiftKey) return false;
	if (event.key === "ArrowLeft") widths.widen(column, -1);
	else if (event.key === "ArrowRight") widths.widen(column, 1);
	else if (event.key === "Home") widths.fit(column);
	else return false;
	return true;
}

/** What a key does to the active cell; false for a key that does nothing. */
function acts(event: KeyboardEvent, table: HTMLElement, parts: GridParts): boolean {
	const { active, leave } = parts.focus;
	const row = parts.rows[active.row];
	const cell = cellAt(table, active);
	if (row === undefined || cell === null) return false;
	const isLink = event.ctrlKey || event.metaKey;
	switch (event.key) {
		case "F2":
			return parts.editing.start(row, active.column);
		case "Enter":
			return (!isLink && parts.editing.start(row, active.column)) || openLink(cell, event);
		case " ":
			return cell.querySelector("input[type=checkbox]") !== null
				? parts.editing.start(row, active.column)
				: false;
		case "Escape":
			leave();
			return true;
		default:
			return false;
	}
}

function openLink(
	cell: HTMLElement,
	{ ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent,
): boolean {
	const link = cell.querySelector("a");
	link?.dispatchEvent(
		new MouseEvent("click", {
			bubbles: true,
			cancelable: true,
			ctrlKey,
			metaKey,
			shiftKey,
			altKey,
		}),
	);
	return link !== null;
}

/** Whether something is part of a cell's editor. */
export function isInEditor(target: EventTarget | null): boolean {
	const node = target as Node | null;
	return node?.instanceOf(Element) === true && node.closest(".detection-vault-editor") !== null;
}

function sizeOf(table: HTMLElement, { rows, columns }: GridParts): GridSize {
	const [first] = Array.from(table.querySelectorAll<HTMLElement>("tr[data-index]")).slice(0, 1);
	const height = table.parentElement?.clientHeight ?? 0;
	const page = Math.max(1, Math.floor(height / (first?.offsetHeight || 33)) - 2);
	return { rows: rows.length, columns, page };
}

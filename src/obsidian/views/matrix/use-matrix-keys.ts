import { useRef } from "preact/hooks";
import { useLatest } from "../table/use-latest";
import type { CellActions } from "./cell-actions";
import { moveInMatrix } from "./move-in-matrix";
import type { MatrixSlot, SlotColumn } from "./matrix-slots";
import type { MatrixFocus } from "./use-matrix-focus";

/** Milliseconds after which a typed letter starts another word. */
const PAUSE = 900;

/** Makes the keys of the matrix: they move, fold, open, and find what is typed. */
export function useMatrixKeys(parts: {
	readonly columns: readonly SlotColumn[];
	readonly focus: MatrixFocus;
	readonly page: number;
	readonly isUnfolded: (technique: string) => boolean;
	readonly actions: CellActions;
}): (event: KeyboardEvent) => void {
	const typed = useRef({ text: "", at: 0 });
	return useLatest((event) => {
		const { columns, focus, page, actions } = parts;
		const slot = columns[focus.active.column]?.slots[focus.active.row];
		if (slot === undefined) return;
		const done = (): void => {
			event.preventDefault();
			event.stopPropagation();
		};
		const heights = columns.map(({ slots }) => slots.length);
		const to = moveInMatrix(event, focus.active, heights, page);
		if (to !== undefined) {
			done();
			const next = columns[to.column]?.slots[to.row];
			const tactic = columns[to.column]?.column.shortName;
			if (next !== undefined && tactic !== undefined) focus.moveTo(tactic, next.cell.id);
		} else if (event.key === "Enter") {
			done();
			actions.open(slot.cell.id, event);
		} else if (wantsFold(event)) {
			done();
			const tactic = columns[focus.active.column]?.column.shortName ?? "";
			const technique = foldOf(event.key, slot, parts.isUnfolded);
			if (slot.parent !== null && technique !== undefined) focus.moveTo(tactic, technique);
			if (technique !== undefined) actions.toggle(technique);
		} else if (isTyped(event)) {
			done();
			const isNew = event.timeStamp - typed.current.at > PAUSE;
			const text = (isNew ? "" : typed.current.text) + event.key.toLowerCase();
			typed.current = { text, at: event.timeStamp };
			find(text, columns, focus, actions);
		}
	});
}

/** The space bar folds and unfolds; Shift with an arrow does one of both. */
function wantsFold({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
	if (ctrlKey || metaKey || altKey) return false;
	return key === " " || (shiftKey && (key === "ArrowRight" || key === "ArrowLeft"));
}

/** The technique whose sub-techniques a key shows or hides; undefined where it does neither. */
function foldOf(
	key: string,
	{ cell, parent }: MatrixSlot,
	isUnfolded: (technique: string) => boolean,
): string | undefined {
	if (parent !== null) return key === "ArrowRight" ? undefined : parent.id;
	if (cell.subs.length === 0) return undefined;
	if (key !== " " && isUnfolded(cell.id) === (key === "ArrowRight")) return undefined;
	return cell.id;
}

function isTyped({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
	return /^[\p{L}\p{N}.]$/u.test(key) && !ctrlKey && !metaKey && !altKey;
}

/** Goes to the first technique whose id or name starts with what was typed; the `T` may be left out. */
function find(
	text: string,
	columns: readonly SlotColumn[],
	focus: MatrixFocus,
	{ toggle }: CellActions,
): void {
	const starts = ({ id, name }: { readonly id: string; readonly name: string }): boolean => {
		const key = id.toLowerCase();
		return [key, key.slice(1), name.toLowerCase()].some((word) => word.startsWith(text));
	};
	for (const { column, slots } of columns) {
		for (const { cell, parent } of slots) {
			if (starts(cell)) {
				focus.moveTo(column.shortName, cell.id);
				return;
			}
			const hidden = parent === null ? cell.subs.find(starts) : undefined;
			if (hidden === undefined || slots.some(({ cell: shown }) => shown === hidden)) continue;
			toggle(cell.id);
			focus.moveTo(column.shortName, hidden.id);
			return;
		}
	}
}

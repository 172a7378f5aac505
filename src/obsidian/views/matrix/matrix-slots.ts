import type { Matrix, MatrixCell, MatrixColumn } from "../../../core/matrix/matrix";

/** A place in a column of the drawn matrix. */
export interface MatrixSlot {
	readonly cell: MatrixCell;
	/** The technique it is folded out of, null for one that has no parent here. */
	readonly parent: MatrixCell | null;
}

/** A column as it is drawn. */
export interface SlotColumn {
	readonly column: MatrixColumn;
	readonly slots: readonly MatrixSlot[];
	/** Techniques in it, without sub-techniques. */
	readonly techniques: number;
}

/** Lays cells below each other, with the sub-techniques of what is unfolded. */
export function placeSlots(
	{ columns }: Matrix,
	isUnfolded: (technique: string) => boolean,
): readonly SlotColumn[] {
	return columns.map((column) => ({
		column,
		techniques: column.cells.filter(({ isShown }) => isShown).length,
		slots: column.cells.flatMap((cell): MatrixSlot[] => [
			{ cell, parent: null },
			...(isUnfolded(cell.id) ? cell.subs.map((sub) => ({ cell: sub, parent: cell })) : []),
		]),
	}));
}

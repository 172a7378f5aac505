import type { LensMeeting } from "./compare-lenses";
import { compareSteps } from "./compare-lenses";
import type { Lens } from "./lens";
import { stepOf } from "./lens";

/** What one lens shows in a cell. */
export interface CellValue {
	readonly amount: number | null;
	/** What a share is made of. */
	readonly parts?: readonly [number, number];
	/** 0 for nothing. */
	readonly step: number;
}

/** What stands in a cell. */
export interface CellReading {
	readonly first: CellValue;
	/** Null where nothing is compared. */
	readonly second: CellValue | null;
	readonly meeting: LensMeeting;
	readonly isGap: boolean;
}

/** How a matrix is looked at. */
export interface MatrixSight {
	readonly first: Lens;
	readonly second: Lens | null;
	readonly isRolledUp: boolean;
	/**
	 * Which of two compared lenses says what ought to be there, as the use by a group does: a gap is what only that one has. Under a
	 * single lens a gap is what has nothing.
	 */
	readonly asking: "first" | "second";
}

/** Reads what stands in the cells of these techniques. */
export function readCells(
	techniques: Iterable<string>,
	sight: MatrixSight,
): ReadonlyMap<string, CellReading> {
	const cells = new Map<string, CellReading>();
	for (const id of techniques) if (!cells.has(id)) cells.set(id, readCell(id, sight));
	return cells;
}

function readCell(id: string, { first, second, isRolledUp, asking }: MatrixSight): CellReading {
	const value = look(first, id, isRolledUp);
	if (second === null) {
		const meeting = value.step > 0 ? "first" : "neither";
		return { first: value, second: null, meeting, isGap: value.step === 0 };
	}
	const other = look(second, id, isRolledUp);
	const meeting = compareSteps(value.step, other.step);
	return { first: value, second: other, meeting, isGap: meeting === asking };
}

function look(lens: Lens, id: string, isRolledUp: boolean): CellValue {
	const { amount, parts } = lens.valueOf(id, isRolledUp);
	const step = stepOf(lens, amount);
	return parts === undefined ? { amount, step } : { amount, parts, step };
}

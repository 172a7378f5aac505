import type { Matrix } from "../../../core/matrix/matrix";
import type { LegendStep } from "./lens-words";
import type { MatrixCounts } from "./matrix-model";

/** Forms in which the matrix can be taken elsewhere. */
export const EXPORT_KINDS = ["svg", "png", "csv", "layer"] as const;
/** One of these forms. */
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** What is taken elsewhere: the matrix as it is shown. */
export interface ShownMatrix {
	readonly matrix: Matrix;
	readonly counts: MatrixCounts;
	readonly isRolledUp: boolean;
	readonly unfolded: ReadonlySet<string>;
	readonly legend: readonly LegendStep[];
	/** Drawn in the colours of the theme. */
	readonly element: HTMLElement;
}

/** What a matrix does outside of itself. */
export interface MatrixActions {
	readonly exportAs: (kind: ExportKind, shown: ShownMatrix) => void;
	/** Keeps a list of gaps as a note of the home folder and opens it. */
	readonly makeNote: (text: string, heading: string) => void;
}

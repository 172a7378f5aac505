import type { EditedValue } from "../../../core/notes/front-matter/edited-value";
import type { CellProperty } from "./cell-edits";

/** Where the focus goes when a cell's editor closes. */
export type Leaving = "stay" | "next" | "previous" | "away";

/** What a field in a cell is given. */
export interface FieldProps {
	readonly property: CellProperty;
	readonly label: string;
	/** Id of the message that says what is wrong; undefined where nothing is. */
	readonly fault: string | undefined;
	readonly onSave: (value: EditedValue, leaving: Leaving) => void;
	/** Says why what is typed is no value; "" takes that back. */
	readonly onFault: (message: string) => void;
	readonly onCancel: (leaving: Leaving) => void;
}

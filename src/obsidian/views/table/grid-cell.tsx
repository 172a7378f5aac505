import type { Value } from "../../../core/model/value";
import { Icon } from "../icon";
import { ValueView } from "../values/value-view";
import { useHost } from "../view-host";
import { CellEditor } from "./cell-editor";
import type { Leaving } from "./field-props";
import type { Editing, EditSession } from "./use-editing";

/** What every cell of a table is given; the same from drawing to drawing. */
export interface GridColumns {
	readonly numeric: readonly boolean[];
	/** The property of each column, null for none. */
	readonly editable: readonly (string | null)[];
	/** What ids of this table start with. */
	readonly prefix: string;
	readonly save: Editing["save"];
	readonly onClose: (leaving: Leaving) => void;
}

/** One cell: a value, or the field that edits it. */
export function GridCell(props: {
	readonly value: Value;
	readonly note: string | undefined;
	readonly column: number;
	readonly columns: GridColumns;
	readonly isActive: boolean;
	/** What is edited in this cell, null for nothing. */
	readonly session: EditSession | null;
}) {
	const { value, note, column, columns, isActive, session } = props;
	const { edits, texts } = useHost();
	const name = columns.editable[column] ?? null;
	const isEditable = name !== null && note !== undefined && edits?.find(note, name) !== undefined;
	const kinds = [
		columns.numeric[column] === true ? "detection-vault-number" : "",
		isEditable ? "is-editable" : "",
		session === null ? "" : "is-edited",
	].filter((kind) => kind !== "");
	return (
		<td
			role="gridcell"
			aria-colindex={column + 1}
			data-column={column}
			tabIndex={isActive && session === null ? 0 : -1}
			class={kinds.length === 0 ? undefined : kinds.join(" ")}
		>
			{session !== null ? (
				<CellEditor
					property={session.property}
					kind={session.kind}
					id={`${columns.prefix}-editor`}
					save={columns.save}
					onClose={columns.onClose}
				/>
			) : isEditable && typeof value === "boolean" ? (
				<input type="checkbox" tabIndex={-1} checked={value} aria-label={name} />
			) : (
				<ValueView value={value} />
			)}
			{isActive && isEditable && session === null && typeof value !== "boolean" ? (
				<button
					type="button"
					tabIndex={-1}
					class="clickable-icon detection-vault-edit"
					aria-label={texts.table.edit.edit}
				>
					<Icon name="pencil" />
				</button>
			) : null}
		</td>
	);
}

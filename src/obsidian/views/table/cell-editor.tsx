import { useRef, useState } from "preact/hooks";
import type { EditedValue } from "../../../core/notes/front-matter/edited-value";
import { rawOfEdited } from "../../../core/notes/front-matter/edited-value";
import { isSameValue } from "../../../core/notes/front-matter/edit-property";
import type { PropertyKind } from "../../edit/property-kind";
import { useHost } from "../view-host";
import type { CellProperty, SaveResult } from "./cell-edits";
import type { FieldProps, Leaving } from "./field-props";
import { ListField } from "./list-field";
import { ScalarField } from "./scalar-field";
import { useLatest } from "./use-latest";
import { usePopup } from "./use-popup";
import { errorMessage } from "../../../core/text/error-message";
import { linkText } from "../../../core/query/values/format-value";

const FAULT_LOOK = { cls: "detection-vault-fault", side: "above" } as const;

/** Edits a property in its cell: saves or says in place why it does not. */
export function CellEditor(props: {
	readonly property: CellProperty;
	readonly kind: PropertyKind;
	readonly id: string;
	readonly save: (property: CellProperty, value: EditedValue) => Promise<SaveResult>;
	readonly onClose: (leaving: Leaving) => void;
}) {
	const { edit } = useHost().texts.table;
	const [property, setProperty] = useState(props.property);
	const [fault, setFault] = useState("");
	const isSaving = useRef(false);
	const isContested = useRef(false);
	const box = useRef<HTMLDivElement>(null);
	const onSave = useLatest(async (value: EditedValue, leaving: Leaving) => {
		if (isSaving.current) return;
		// Somebody else's value is replaced when that is asked for, not in passing.
		const isInPassing = isContested.current && leaving !== "stay";
		if (isInPassing || isUnchanged(property.value, value)) {
			props.onClose(leaving);
			return;
		}
		isSaving.current = true;
		const result = await props.save(property, value).catch(asFailure);
		isSaving.current = false;
		if (result.ok) {
			props.onClose(leaving);
			return;
		}
		const { found, message } = result;
		isContested.current = found !== undefined;
		if (found !== undefined) setProperty({ ...property, value: found.value });
		setFault(found === undefined ? message : `${message} ${edit.replaceIt}`);
	});
	const note = linkText({ kind: "link", type: "file", path: property.note, embed: false });
	const field: FieldProps = {
		property,
		label: edit.label(property.key, note),
		fault: fault === "" ? undefined : `${props.id}-fault`,
		onSave: (value, leaving) => void onSave(value, leaving),
		onFault: setFault,
		onCancel: props.onClose,
	};
	const message = (
		<p id={`${props.id}-fault`} role="alert">
			{fault}
		</p>
	);
	usePopup(box, fault === "" ? null : message, FAULT_LOOK);
	return (
		<div ref={box} class="detection-vault-editor">
			{props.kind === "list" ? (
				<ListField {...field} />
			) : (
				<ScalarField {...field} kind={props.kind} />
			)}
		</div>
	);
}

/** A property that a note does not have, and an empty value for it, are no difference worth a line in the note. */
function isUnchanged(before: unknown, value: EditedValue): boolean {
	const after = rawOfEdited(value);
	const isEmpty = after === null || (Array.isArray(after) && after.length === 0);
	return isSameValue(before, after) || (isEmpty && (before === undefined || before === null));
}

function asFailure(error: unknown): SaveResult {
	return { ok: false, message: errorMessage(error) };
}

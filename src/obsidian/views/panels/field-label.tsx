import type { FieldTable } from "../../../core/model/canonical-field";
import { useHost } from "../view-host";

/** Gives what people call a field: its label where it is a canonical one, else the rule's own spelling. */
export function labelOf(fields: FieldTable, field: string): string {
	return fields.get(field)?.label ?? field;
}

/** A field by its label; a keyword has none. */
export function FieldLabel(props: { readonly fields: FieldTable; readonly field: string | null }) {
	const { panel } = useHost().texts;
	const { fields, field } = props;
	if (field === null) return <span class="detection-vault-hint">{panel.keyword}</span>;
	return <span class="detection-vault-field">{labelOf(fields, field)}</span>;
}

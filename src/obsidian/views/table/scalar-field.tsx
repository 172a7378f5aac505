import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PropertyKind } from "../../edit/property-kind";
import { draftOf, readDraft } from "../../edit/read-draft";
import { useHost } from "../view-host";
import type { FieldProps, Leaving } from "./field-props";
import { useFieldBlur } from "./use-field-blur";
import { completeLink, openLink, useOffers } from "./use-offers";
import { useSuggestions } from "./use-suggestions";
import type { Suggestion } from "./use-suggestions";

type ScalarKind = Exclude<PropertyKind, "list">;

const NO_OFFERS: readonly Suggestion[] = [];

/** The field for a property with one value. */
export function ScalarField(props: FieldProps & { readonly kind: ScalarKind }) {
	const { kind, property } = props;
	const { edit } = useHost().texts.table;
	const [text, setText] = useState(() => draftOf(property.value, kind));
	const [isTouched, setTouched] = useState(false);
	const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
	const save = (draft: string, leaving: Leaving): void => {
		const isHalf = field.current?.validity.badInput === true;
		const reading = isHalf
			? ({ ok: false, fault: kind === "date" ? "date" : "datetime" } as const)
			: readDraft(draft, kind, property.value);
		if (reading.ok) props.onSave(reading.value, leaving);
		else props.onFault(edit.faults[reading.fault]);
	};
	const pick = ({ text: picked }: Suggestion): void => {
		if (openLink(text) === undefined) save(picked, "stay");
		else setText(completeLink(text, picked));
	};
	const offered = useOffers(text, property, { isList: false, taken: [], isTouched });
	const suggestions = useSuggestions(field, kind === "text" ? offered : NO_OFFERS, pick);
	const isLong = kind === "text" && text.includes("\n");
	useFocusAtStart(field);
	const onKeyDown = (event: KeyboardEvent): void => {
		event.stopPropagation();
		if (event.isComposing) return;
		if (kind === "text" && suggestions.onKeyDown(event)) event.preventDefault();
		else if (event.key === "Escape") props.onCancel("stay");
		else if (event.key === "Enter" && !event.shiftKey) {
			event.preventDefault();
			if (suggestions.selected === undefined) save(text, "stay");
			else pick(suggestions.selected);
		} else if (event.key === "Tab") {
			event.preventDefault();
			save(text, event.shiftKey ? "previous" : "next");
		}
	};
	const shared = {
		ref: field,
		"data-main": true,
		"aria-label": props.label,
		"aria-invalid": props.fault !== undefined,
		"aria-describedby": props.fault,
		value: text,
		onInput: (event: { readonly currentTarget: { readonly value: string } }) => {
			setText(event.currentTarget.value);
			setTouched(true);
			props.onFault("");
		},
		onKeyDown,
		onBlur: useFieldBlur(field, () => save(text, "away")),
	};
	if (isLong) return <textarea {...shared} rows={Math.min(8, text.split("\n").length + 1)} />;
	if (kind === "date") return <input {...shared} type="date" />;
	if (kind === "datetime")
		return <input {...shared} type="datetime-local" step={text.length > 16 ? 1 : undefined} />;
	if (kind === "text") return <input {...shared} {...suggestions.attributes} type="text" />;
	return <input {...shared} type="text" inputMode="decimal" />;
}

/** A field that opens has the focus, with its text selected to be typed over. */
function useFocusAtStart(field: { readonly current: HTMLInputElement | null }): void {
	useLayoutEffect(() => {
		field.current?.focus();
		field.current?.select();
	}, [field]);
}

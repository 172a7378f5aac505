import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { EditedItem } from "../../../core/notes/front-matter/edited-value";
import { itemsOf, readItem, splitTyped } from "../../edit/read-draft";
import { Icon } from "../icon";
import { InlineView } from "../values/inline-view";
import { useHost } from "../view-host";
import type { FieldProps, Leaving } from "./field-props";
import { useFieldBlur } from "./use-field-blur";
import { completeLink, openLink, useOffers } from "./use-offers";
import { useSuggestions } from "./use-suggestions";
import type { Suggestion } from "./use-suggestions";

/** The field for a list: its items, and a place to type more of them. */
export function ListField(props: FieldProps) {
	const { property } = props;
	const { edit } = useHost().texts.table;
	const [items, setItems] = useState(() => itemsOf(property.value));
	const [typed, setTyped] = useState("");
	const [isTouched, setTouched] = useState(false);
	const box = useRef<HTMLDivElement>(null);
	const field = useRef<HTMLInputElement>(null);
	const save = (leaving: Leaving): void =>
		props.onSave({ kind: "list", items: addItems(items, [typed]) }, leaving);
	const add = (texts: readonly string[], rest = ""): void => {
		setItems(addItems(items, texts));
		setTyped(rest);
	};
	const remove = (index: number): void => {
		setItems(items.filter((_, at) => at !== index));
		field.current?.focus();
	};
	const pick = ({ text }: Suggestion): void =>
		add([openLink(typed) === undefined ? text : completeLink(typed, text)]);
	const offered = useOffers(typed, property, { isList: true, taken: items.map(String), isTouched });
	const suggestions = useSuggestions(field, offered, pick);
	useLayoutEffect(() => field.current?.focus(), []);
	const onKeyDown = (event: KeyboardEvent): void => {
		event.stopPropagation();
		if (event.isComposing) return;
		if (suggestions.onKeyDown(event)) event.preventDefault();
		else if (event.key === "Escape") props.onCancel("stay");
		else if (event.key === "Backspace" && typed === "") remove(items.length - 1);
		else if (event.key === "Enter") {
			event.preventDefault();
			if (suggestions.selected !== undefined) pick(suggestions.selected);
			else if (typed.trim() === "") save("stay");
			else add([typed]);
		} else if (event.key === "Tab") {
			event.preventDefault();
			save(event.shiftKey ? "previous" : "next");
		}
	};
	return (
		<div ref={box} class="detection-vault-chips" onBlur={useFieldBlur(box, () => save("away"))}>
			{items.map((item, index) => (
				<Chip
					key={index}
					item={item}
					label={edit.remove(String(item))}
					onRemove={() => remove(index)}
				/>
			))}
			<input
				{...suggestions.attributes}
				ref={field}
				type="text"
				data-main
				placeholder={items.length === 0 ? edit.add : undefined}
				aria-label={props.label}
				aria-invalid={props.fault !== undefined}
				aria-describedby={props.fault}
				value={typed}
				onInput={(event) => {
					const split = splitTyped(event.currentTarget.value);
					setTouched(true);
					props.onFault("");
					add(split.items, split.rest);
				}}
				onKeyDown={onKeyDown}
			/>
		</div>
	);
}

function Chip(props: {
	readonly item: EditedItem;
	readonly label: string;
	readonly onRemove: () => void;
}) {
	return (
		<span class="detection-vault-chip">
			<span>
				<InlineView text={String(props.item ?? "")} />
			</span>
			<button
				type="button"
				class="clickable-icon"
				tabIndex={-1}
				aria-label={props.label}
				onMouseDown={(event) => event.preventDefault()}
				onClick={props.onRemove}
			>
				<Icon name="x" />
			</button>
		</span>
	);
}

/** Each text once; one that is there already is not added. */
function addItems(items: readonly EditedItem[], texts: readonly string[]): readonly EditedItem[] {
	const added = texts
		.map((text) => text.trim())
		.filter((text) => text !== "" && !items.some((item) => String(item) === text));
	return [...items, ...[...new Set(added)].map((text) => readItem(text, items))];
}

import type { RefObject } from "preact";
import { useId, useLayoutEffect, useState } from "preact/hooks";
import { useHost } from "../view-host";
import { useLatest } from "./use-latest";
import { usePopup } from "./use-popup";

/** Something that a field offers to fill in. */
export interface Suggestion {
	readonly text: string;
	/** Stands beside it, muted; "" for nothing. */
	readonly detail: string;
}

interface ComboboxAttributes {
	readonly role: "combobox";
	readonly "aria-expanded": boolean;
	readonly "aria-controls": string | undefined;
	readonly "aria-activedescendant": string | undefined;
	readonly "aria-autocomplete": "list";
	readonly autocomplete: "off";
}

/** A list of suggestions below a field. */
export interface Suggestions {
	/** The one that a person chose with the arrow keys. */
	readonly selected: Suggestion | undefined;
	/** Moves through the list with the arrow keys; false for other keys. */
	readonly onKeyDown: (event: KeyboardEvent) => boolean;
	/** For the field: it is a combobox. */
	readonly attributes: ComboboxAttributes;
}

const LOOK = {
	cls: "suggestion-container detection-vault-suggestions",
	side: "below",
} as const;

/** Shows suggestions below a field, outside of whatever scrolls around it. */
export function useSuggestions(
	field: RefObject<HTMLElement | null>,
	offered: readonly Suggestion[],
	onPick: (picked: Suggestion) => void,
): Suggestions {
	const { texts } = useHost();
	const id = useId();
	const [place, setPlace] = useState(-1);
	const at = place < offered.length ? place : -1;
	const pick = useLatest(onPick);
	useLayoutEffect(() => setPlace(-1), [offered]);
	const list = { id, label: texts.table.edit.suggestions, offered, selected: at, onPick: pick };
	usePopup(field, offered.length === 0 ? null : <SuggestionList {...list} />, LOOK);
	return {
		selected: offered[at],
		onKeyDown(event) {
			const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
			if (step === 0 || offered.length === 0) return false;
			// One place more than there are suggestions: none of them.
			const places = offered.length + 1;
			setPlace(((at + 1 + step + places) % places) - 1);
			return true;
		},
		attributes: {
			role: "combobox",
			"aria-expanded": offered.length > 0,
			"aria-controls": offered.length > 0 ? id : undefined,
			"aria-activedescendant": at === -1 ? undefined : `${id}-${at}`,
			"aria-autocomplete": "list",
			autocomplete: "off",
		},
	};
}

function SuggestionList(props: {
	readonly id: string;
	readonly label: string;
	readonly offered: readonly Suggestion[];
	readonly selected: number;
	readonly onPick: (picked: Suggestion) => void;
}) {
	return (
		<div id={props.id} role="listbox" aria-label={props.label} class="suggestion">
			{props.offered.map((offer, index) => (
				<div
					key={offer.text}
					id={`${props.id}-${index}`}
					role="option"
					aria-selected={index === props.selected}
					class={index === props.selected ? "suggestion-item is-selected" : "suggestion-item"}
					// The field keeps the focus.
					onPointerDown={(event) => event.preventDefault()}
					onMouseDown={(event) => event.preventDefault()}
					onClick={() => props.onPick(offer)}
				>
					{offer.text}
					{offer.detail === "" ? null : <small>{offer.detail}</small>}
				</div>
			))}
		</div>
	);
}

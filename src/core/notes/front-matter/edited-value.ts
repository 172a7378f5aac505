/** One item of a list property. */
export type EditedItem = string | number | boolean | null;

/** Tells whether a value as the front matter's reader gives it is an item that can be edited. */
export function isEditedItem(value: unknown): value is EditedItem {
	return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/** A value that a person gives a property. */
export type EditedValue =
	| { readonly kind: "empty" }
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "number"; readonly number: number }
	| { readonly kind: "checkbox"; readonly checked: boolean }
	/** A date or a date with time as ISO 8601 writes it; it stands in the note without quotes, as Obsidian writes it. */
	| { readonly kind: "moment"; readonly text: string }
	| { readonly kind: "list"; readonly items: readonly EditedItem[] };

/** Gives a value as the front matter's reader will (`formats/yaml.ts`): dates are text, an empty value is null. */
export function rawOfEdited(value: EditedValue): EditedItem | readonly EditedItem[] {
	switch (value.kind) {
		case "empty":
			return null;
		case "text":
		case "moment":
			return value.text;
		case "number":
			return value.number;
		case "checkbox":
			return value.checked;
		case "list":
			return value.items;
	}
}

/**
 * What was found live in imported text.
 *
 * `code-block` a fence that a plugin would run or draw; `inline-code` an inline query; `html`; `template` a Templater tag; `link` an
 * address that is neither `http(s)` nor `mailto`, or leads into the vault; `image` one that would be fetched or embedded; `wikilink`;
 * `comment`; `field` an inline field; `block-id`; `tag`; `math`; `task` a checkbox; `front-matter`.
 */
export type DefusedKind =
	| "code-block"
	| "inline-code"
	| "html"
	| "template"
	| "link"
	| "image"
	| "wikilink"
	| "comment"
	| "field"
	| "block-id"
	| "tag"
	| "math"
	| "task"
	| "front-matter";

/** One kind of live text that was made plain: how often, and the 1-based line of the first. */
export interface DefusedItem {
	readonly kind: DefusedKind;
	readonly count: number;
	readonly line: number;
}

/** Counts what is made plain in one text; bounded by the number of kinds, however hostile the text. */
export interface DefusedLog {
	add(kind: DefusedKind, line: number): void;
	/** In the order in which the kinds were first met. */
	list(): readonly DefusedItem[];
}

/** Makes an empty log. */
export function createDefusedLog(): DefusedLog {
	const items: { kind: DefusedKind; count: number; line: number }[] = [];
	return {
		add(kind, line) {
			const item = items.find((known) => known.kind === kind);
			if (item === undefined) items.push({ kind, count: 1, line });
			else item.count++;
		},
		list: () => items,
	};
}

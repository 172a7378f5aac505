/** A search of Obsidian's, as far as it is about what a table can ask for. */
export type Search =
	| { readonly type: "and" | "or"; readonly items: readonly Search[] }
	| { readonly type: "not"; readonly item: Search }
	/** Notes with a tag, or one below it; the tag without its `#`. */
	| { readonly type: "tag"; readonly tag: string }
	/** Notes whose path, or whose file name, has a text in it; case does not matter. */
	| { readonly type: "path" | "file"; readonly text: string }
	/** Notes that have a property. */
	| { readonly type: "property"; readonly name: string }
	/** Notes with a property whose value has a text in it; case does not matter. */
	| { readonly type: "value"; readonly name: string; readonly text: string };

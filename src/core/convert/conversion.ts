import type { QueryBlock } from "./query-block";

/** What a block can become: the plugin's own, or one that Obsidian's Bases draw. */
export type NewLanguage = "detection-vault" | "base";

/** Why something in a query has no counterpart. */
export type ObstacleReason =
	/** Words of a search that are looked for in the text of notes. */
	| "text-search"
	| "regular-expression"
	/** `line:`, `section:` and the like. */
	| "search-operator"
	/** `[property:<5]` and `[property:null]`. */
	| "property-comparison"
	/** A search for something that is no legal tag. */
	| "no-tag"
	| "empty"
	/** A bracket or quote that is not closed, or an operator without what it is about. */
	| "unfinished"
	/** Not the query language; `detail` says what was expected. */
	| "no-query"
	| "csv"
	| "tasks"
	| "calendar"
	| "flatten"
	| "explain"
	/** The number of rows or anything else that is computed of the rows of a group. */
	| "group-values"
	| "second-group"
	/** A clause behind one after which Bases cannot go on. */
	| "clause-order"
	| "limit"
	/** A word of the plugin's own behind `FROM`. */
	| "own-source"
	| "function"
	/** A field of `file` that Bases do not have. */
	| "file-field"
	| "this-field"
	/** A literal, lambda or object without a counterpart. */
	| "value";

/** A part of a query that cannot be turned. */
export interface Obstacle {
	readonly reason: ObstacleReason;
	/** That part, as it is written in the block. */
	readonly part: string;
	readonly detail?: string;
}

/** What to know about a block that was turned. */
export type Remark =
	/** Bases read properties, not fields in the text of a note. */
	| "properties-only"
	/** The search finds files of all kinds, the table lists notes. */
	| "notes-only";

/** What a block becomes, or all that stands in the way. */
export type Turned =
	| {
			readonly ok: true;
			/** What stands between the marks, with `\n` line breaks, without one at its end. */
			readonly text: string;
			readonly remarks: readonly Remark[];
	  }
	| { readonly ok: false; readonly obstacles: readonly Obstacle[] };

/** A block of a note, and what it would become in each new language. */
export interface Conversion {
	readonly block: QueryBlock;
	readonly to: Readonly<Record<NewLanguage, Turned>>;
}

/** What is known of the vault in which a query stands. */
export interface Surroundings {
	/** Whether there are notes in a folder of that path. */
	readonly isFolder: (path: string) => boolean;
}

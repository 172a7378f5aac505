import type { QueryToken } from "../query-token";

/** A query, or several, in a block of a Markdown text. */
export interface QueryBlock {
	/** UTF-16 offsets of its text. */
	readonly start: number;
	readonly end: number;
	/** Its tokens, with offsets in it; none where the language needs none. */
	readonly tokens: readonly QueryToken[];
	/** Index of the heading above it, -1 for none. */
	readonly heading: number;
	/** The product that its heading names, or null. */
	readonly product: string | null;
	/** What the line above the block calls it, or null. */
	readonly caption: string | null;
	/** Whether its heading or the line above says that it is the query. */
	readonly announced: boolean;
}

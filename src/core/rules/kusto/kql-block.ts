import type { KqlToken } from "./scan-kql";

/** A block of KQL in a Markdown text. */
export interface KqlBlock {
	/** UTF-16 offsets of the KQL. */
	readonly start: number;
	readonly end: number;
	/** Its tokens, with offsets in the KQL. */
	readonly tokens: readonly KqlToken[];
	/** Index of the heading above it, -1 for none. */
	readonly heading: number;
	/** The product that its heading names, or null. */
	readonly product: string | null;
	/** What the line above the block calls it, or null. */
	readonly caption: string | null;
	/** Whether its heading or the line above says that it is the query. */
	readonly announced: boolean;
}

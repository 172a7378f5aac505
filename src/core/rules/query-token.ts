/** One token of a query's text, or a comment; white space has none. */
export interface QueryToken {
	readonly kind: "word" | "string" | "number" | "symbol" | "comment";
	/** UTF-16 offsets in the text. */
	readonly start: number;
	readonly end: number;
	/** The word or symbol itself, "" for strings, numbers and comments. */
	readonly text: string;
	/** How many brackets are open before the token; a closing bracket counts as outside. */
	readonly depth: number;
}

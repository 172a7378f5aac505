/** One token of a query; white space and comments have none. */
export interface Token<Kind extends string = string> {
	readonly kind: Kind;
	/** As written. */
	readonly text: string;
	/** UTF-16 offsets in the query. */
	readonly start: number;
	readonly end: number;
}

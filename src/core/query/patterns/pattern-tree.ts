/** Places that a pattern can ask for without taking a character. */
export type Anchor = "start" | "end" | "border" | "no-border";

/** A regular expression taken apart. */
export type PatternNode =
	| { readonly type: "empty" }
	/** One UTF-16 unit that fits a piece of pattern, such as `a`, `.`, `\d` or `[a-z]`. */
	| { readonly type: "unit"; readonly source: string }
	| { readonly type: "anchor"; readonly anchor: Anchor }
	| { readonly type: "sequence"; readonly parts: readonly PatternNode[] }
	| { readonly type: "choice"; readonly options: readonly PatternNode[] }
	/** `number` is that of the group, null where it catches nothing. */
	| { readonly type: "group"; readonly number: number | null; readonly inner: PatternNode }
	| {
			readonly type: "repeat";
			readonly inner: PatternNode;
			readonly min: number;
			readonly max: number;
			readonly isGreedy: boolean;
	  };

/** A pattern's tree, with what its groups are called. */
export interface Pattern {
	readonly root: PatternNode;
	/** Number of groups that catch something. */
	readonly groups: number;
	readonly names: ReadonlyMap<string, number>;
}

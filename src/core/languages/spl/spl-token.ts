import type { Token } from "../syntax/token";

/** What a token of SPL is: `field` stands between single quotes, `macro` between backticks; `broken` has no closing mark. */
export type SplTokenKind = "word" | "string" | "field" | "number" | "symbol" | "macro" | "broken";

/** A token of SPL. Offsets are those of the text with macros written out. */
export interface SplToken extends Token<SplTokenKind> {
	/** Whether it follows the token before without a space. */
	readonly isGlued: boolean;
}

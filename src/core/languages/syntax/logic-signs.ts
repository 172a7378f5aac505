import type { TokenCursor } from "./token-cursor";

/** What `&&`, `||` and `!` mean. */
export type LogicSign = "and" | "or" | "not";

const SIGNS: ReadonlyMap<string, LogicSign> = new Map([
	["&&", "and"],
	["||", "or"],
	["!", "not"],
]);

/**
 * Gives what `&&`, `||` or `!` at the cursor means, for languages that write words in their place; undefined where none stands there. A sign
 * is reported once, however often it is asked for before something else is reported.
 */
export function readLogicSign(cursor: TokenCursor): LogicSign | undefined {
	const written = cursor.peek()?.text ?? "";
	const sign = SIGNS.get(written);
	if (sign === undefined || cursor.isReported) return sign;
	const message = `\u201C${written}\u201D is read as \u201C${sign}\u201D`;
	cursor.report("query-syntax", "warning", message);
	return sign;
}

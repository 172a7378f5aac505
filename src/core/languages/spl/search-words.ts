import { COMPARISON_SIGNS } from "../syntax/comparison-signs";
import type { TokenCursor } from "../syntax/token-cursor";
import { unescapeSpl } from "./quoted-text";
import type { SplToken } from "./spl-token";

/** Whether `LIKE` and a text stand here. */
export function isLike(cursor: TokenCursor<SplToken>, ahead: number): boolean {
	return cursor.isWord("like", ahead) && cursor.peek(ahead + 1)?.kind === "string";
}

/** Whether a sign that compares stands here. */
export function isComparison(cursor: TokenCursor<SplToken>, ahead: number): boolean {
	const token = cursor.peek(ahead);
	return token?.kind === "symbol" && COMPARISON_SIGNS.has(token.text);
}

/** Whether a Boolean word stands here, and not a field of that name; `word` is in lower case. */
export function isKeyword(cursor: TokenCursor<SplToken>, word: string, ahead = 0): boolean {
	return (
		cursor.isWord(word, ahead) &&
		cursor.peek(ahead)?.kind === "word" &&
		!isComparison(cursor, ahead + 1)
	);
}

/** Gives the field's name that a token is. */
export function readName(token: SplToken): string {
	switch (token.kind) {
		case "string":
			return unescapeSpl(token.text.replace(/^"|"$/g, ""), true);
		case "field":
			return token.text.slice(1, -1);
		default:
			return token.text;
	}
}

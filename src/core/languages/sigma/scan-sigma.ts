import type { Token } from "../syntax/token";

/** A token of a Sigma condition. */
export type SigmaToken = Token<"word" | "mark">;

const MARKS = new Set("()|,<>=!");

/**
 * Splits a condition into words and marks (brackets, the pipe, commas, comparisons); white space between them has no token.
 *
 * `text` is the document and `at` where the condition stands in it, so that offsets are the document's: YAML folds lines, so each token
 * is looked for behind the one before it. From a token on whose spelling YAML changed, tokens have the offset where they were lost and no length. One pass.
 */
export function scanCondition(
	condition: string,
	text: string,
	at: number,
	end: number,
): readonly SigmaToken[] {
	const tokens: SigmaToken[] = [];
	const written = text.slice(at, end);
	let from = 0;
	let isLost = false;
	for (const word of condition.match(/\|\||[()|,]|[<>=!]=?|[^\s()|,<>=!]+/g) ?? []) {
		const kind = MARKS.has(word.charAt(0)) ? "mark" : "word";
		const found: number = isLost ? -1 : written.indexOf(word, from);
		isLost = found === -1;
		const start = at + (isLost ? from : found);
		if (!isLost) from = found + word.length;
		tokens.push({ kind, text: word, start, end: at + from });
	}
	return tokens;
}

import { ANY_RUN, lowerGlob } from "./globs";
import type { GlobPiece, LoweredGlob } from "./globs";

/** What Lucene's syntax gives a meaning, optional operators included (`org.apache.lucene.util.automaton.RegExp`, flags ALL). */
const ACTIVE = new Set('.?+*|{}[]()"#@&<>~');

/**
 * Lowers a regular expression of Lucene's syntax, which always matches a whole value: literal text with or without `.*` at its ends is
 * equality, contains, starts with or ends with; `.*` alone asks that there is a value. Undefined for anything else.
 */
export function lowerLuceneRegex(expression: string): LoweredGlob | undefined {
	const pieces: GlobPiece[] = [];
	let plain = "";
	for (let at = 0; at < expression.length; at++) {
		const character = expression.charAt(at);
		if (character === "\\") {
			const escaped = expression.charAt(++at);
			// A letter or digit behind a backslash is a class (`\d`) or a reference.
			if (escaped === "" || /[a-z0-9]/i.test(escaped)) return undefined;
			plain += escaped;
		} else if (character === "." && expression[at + 1] === "*") {
			if (isRepeated(expression.charAt(at + 2))) return undefined;
			at++;
			pieces.push(plain, ANY_RUN);
			plain = "";
		} else if (ACTIVE.has(character)) return undefined;
		else plain += character;
	}
	pieces.push(plain);
	const lowered = lowerGlob(pieces);
	return lowered.op === "wildcard" ? undefined : lowered;
}

function isRepeated(next: string): boolean {
	return next !== "" && "?+*{".includes(next);
}

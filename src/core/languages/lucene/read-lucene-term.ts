import { ANY_ONE, ANY_RUN, lowerGlob } from "../syntax/globs";
import type { GlobPiece, LoweredGlob } from "../syntax/globs";
import { readPlainNumber } from "../syntax/plain-values";

/** Reads a term in which `*` and `?` are wildcards and a backslash takes the next character literally (`\u0041` is one by its code). */
export function readLuceneTerm(written: string): LoweredGlob {
	if (!/[*?\\]/.test(written)) return { op: "eq", value: written };
	return lowerGlob(readPieces(written));
}

/** Gives a name, or text of which wildcards are no matter, with its quotes and escapes resolved. */
export function readLuceneText(written: string): string {
	if (written.startsWith('"')) return readPhrase(written);
	const pieces = written.includes("\\") ? readPieces(written) : [written];
	return pieces.map((piece) => (typeof piece === "string" ? piece : piece.wildcard)).join("");
}

/** Gives the value of a term without active wildcards: numbers and truth values are typed. */
export function readLuceneValue(written: string): string | number | boolean {
	if (written.startsWith('"')) return readPhrase(written);
	if (written === "true" || written === "false") return written === "true";
	return readPlainNumber(written) ?? readLuceneText(written);
}

function readPhrase(written: string): string {
	const isClosed = written.length > 1 && written.endsWith('"');
	const inner = written.slice(1, isClosed ? -1 : undefined);
	return inner.includes("\\") ? readEscapes(inner) : inner;
}

function readEscapes(text: string): string {
	return text.replace(/\\(?:u([0-9a-f]{4})|([\s\S]))/gi, (_, code?: string, character = "") =>
		code === undefined ? (character as string) : String.fromCharCode(parseInt(code, 16)),
	);
}

function readPieces(written: string): readonly GlobPiece[] {
	const pieces: GlobPiece[] = [];
	let from = 0;
	for (let at = 0; at < written.length; at++) {
		const character = written[at];
		if (character === "\\") at++;
		else if (character === "*" || character === "?") {
			pieces.push(readEscapes(written.slice(from, at)), character === "*" ? ANY_RUN : ANY_ONE);
			from = at + 1;
		}
	}
	pieces.push(readEscapes(written.slice(from)));
	return pieces;
}

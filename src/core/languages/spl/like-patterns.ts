import { ANY_ONE, ANY_RUN, type GlobPiece } from "../syntax/globs";

/** Reads a pattern of `like` as written between its quotes, so that `\\%` is a backslash before any text. */
export function readLikePattern(raw: string): readonly GlobPiece[] {
	const pieces: GlobPiece[] = [];
	let plain = "";
	for (let at = 0; at < raw.length; at++) {
		const character = raw[at] ?? "";
		const next = raw[at + 1] ?? "";
		if (character === "\\" && next !== "" && '\\"%_'.includes(next)) plain += raw[++at] ?? "";
		else if (character === "%" || character === "_") {
			pieces.push(plain, character === "%" ? ANY_RUN : ANY_ONE);
			plain = "";
		} else plain += character;
	}
	return [...pieces, plain];
}

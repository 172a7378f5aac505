import { ANY_ONE, ANY_RUN } from "../syntax/globs";
import type { GlobPiece } from "../syntax/globs";

/** A list by its name, with its entries where they are known. */
export interface Placeholder {
	readonly placeholder: string;
	readonly entries?: readonly string[];
}

/** A piece of a Sigma value: text with its escapes resolved, a wildcard, or a placeholder. */
export type SigmaPiece = GlobPiece | Placeholder;

/** Tells whether a piece is a placeholder. */
export function isPlaceholder(piece: SigmaPiece): piece is Placeholder {
	return typeof piece === "object" && "placeholder" in piece;
}

/**
 * Reads a value (Sigma rules specification 2.1, "Escaping"): `*` and `?` are wildcards, a backslash before one of them or before another
 * backslash takes its meaning, and before anything else is itself.
 */
export function readSigmaString(text: string): readonly GlobPiece[] {
	if (!/[*?\\]/.test(text)) return text === "" ? [] : [text];
	const pieces: GlobPiece[] = [];
	let plain = "";
	const close = (): void => {
		if (plain !== "") pieces.push(plain);
		plain = "";
	};
	for (const part of text.match(/\\[*?\\]|[*?\\]|[^*?\\]+/g) ?? []) {
		if (part === "*" || part === "?") {
			close();
			pieces.push(part === "*" ? ANY_RUN : ANY_ONE);
		} else plain += part.length === 2 && part.startsWith("\\") ? part.charAt(1) : part;
	}
	close();
	return pieces;
}

/** Writes pieces as a Sigma value; `readSigmaString` gives them again. */
export function showSigmaString(pieces: readonly GlobPiece[]): string {
	let text = "";
	pieces.forEach((piece, index) => {
		if (typeof piece !== "string") {
			text += piece.wildcard;
			return;
		}
		const escaped = piece.replace(/[*?]|\\(?=[*?\\])/g, "\\$&");
		const isBeforeWildcard = piece.endsWith("\\") && index + 1 < pieces.length;
		text += isBeforeWildcard ? `${escaped}\\` : escaped;
	});
	return text;
}

/**
 * Finds the placeholders of a value under `expand`: `%name%`, with `\%` for a percent sign (Sigma rules specification 2.1,
 * "Placeholders").
 */
export function readPlaceholders(pieces: readonly GlobPiece[]): readonly SigmaPiece[] {
	const read: SigmaPiece[] = [];
	for (const piece of pieces) {
		if (typeof piece !== "string" || !piece.includes("%")) {
			read.push(piece);
			continue;
		}
		let plain = "";
		for (const match of piece.matchAll(/\\%|%([\p{L}\p{N}_]+)%|%|\\|[^%\\]+/gu)) {
			const [part, name] = match;
			if (name === undefined) plain += part === "\\%" ? "%" : part;
			else {
				if (plain !== "") read.push(plain);
				plain = "";
				read.push({ placeholder: name });
			}
		}
		if (plain !== "") read.push(plain);
	}
	return read;
}

import type { PredicateOperator } from "../../model/predicate";

/** A piece of a pattern with its escapes resolved: literal text, or an active wildcard. */
export type GlobPiece = string | { readonly wildcard: "*" | "?" };

/** Any run of characters, also none. */
export const ANY_RUN: GlobPiece = { wildcard: "*" };
/** Any one character. */
export const ANY_ONE: GlobPiece = { wildcard: "?" };

/** What a pattern asks for, in the plainest operator that says it. */
export interface LoweredGlob {
	readonly op: Extract<
		PredicateOperator,
		"eq" | "contains" | "starts_with" | "ends_with" | "wildcard" | "exists"
	>;
	/** Null for `exists`. */
	readonly value: string | null;
}

/**
 * Lowers a pattern: `*x*` contains, `x*` starts with, `*x` ends with, `*` alone asks that there is a value, no wildcard is equality;
 * all else stays a wildcard pattern, in which a literal `*` or `?` stands behind a backslash.
 */
export function lowerGlob(pieces: readonly GlobPiece[]): LoweredGlob {
	const glob = join(pieces);
	if (glob.every(isRun)) return glob.length > 0 ? { op: "exists", value: null } : literal("eq", "");
	const first = glob[0];
	const last = glob.length > 1 ? glob.at(-1) : undefined;
	const opens = first !== undefined && isRun(first);
	const closes = last !== undefined && isRun(last);
	const inner = glob.slice(opens ? 1 : 0, closes ? -1 : undefined);
	const text = inner[0];
	if (inner.length > 1 || typeof text !== "string") return literal("wildcard", showGlob(glob));
	if (opens && closes) return literal("contains", text);
	if (closes) return literal("starts_with", text);
	return literal(opens ? "ends_with" : "eq", text);
}

/** Reads a pattern whose `*` and `?` are active unless a backslash stands before them; a backslash before anything else is itself. */
export function readGlob(text: string): readonly GlobPiece[] {
	const pieces: GlobPiece[] = [];
	let from = 0;
	let plain = "";
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === "*" || character === "?") {
			plain += text.slice(from, at);
			if (plain !== "") pieces.push(plain);
			pieces.push(character === "*" ? ANY_RUN : ANY_ONE);
			plain = "";
			from = at + 1;
		} else if (character === "\\" && (text[at + 1] === "*" || text[at + 1] === "?")) {
			plain += text.slice(from, at);
			from = ++at;
		}
	}
	plain += text.slice(from);
	if (plain !== "") pieces.push(plain);
	return pieces;
}

/** Writes a pattern; `readGlob` gives it again, except where a literal backslash stands before an active wildcard. */
function showGlob(pieces: readonly GlobPiece[]): string {
	return pieces
		.map((piece) => (typeof piece === "string" ? piece.replace(/[*?]/g, "\\$&") : piece.wildcard))
		.join("");
}

function join(pieces: readonly GlobPiece[]): readonly GlobPiece[] {
	const joined: GlobPiece[] = [];
	for (const piece of pieces) {
		const last = joined.at(-1);
		if (typeof piece === "string") {
			if (piece === "") continue;
			if (typeof last === "string") joined[joined.length - 1] = last + piece;
			else joined.push(piece);
		} else if (!(isRun(piece) && last !== undefined && isRun(last))) joined.push(piece);
	}
	return joined;
}

function isRun(piece: GlobPiece): boolean {
	return typeof piece !== "string" && piece.wildcard === "*";
}

function literal(op: Exclude<LoweredGlob["op"], "exists">, value: string): LoweredGlob {
	return { op, value };
}

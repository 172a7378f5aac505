import type { PredicateOperator, PredicateValue } from "../../model/predicate";
import { ANY_RUN, lowerGlob } from "../syntax/globs";
import type { GlobPiece } from "../syntax/globs";
import { readPlainNumber } from "../syntax/plain-values";

/** A value with the operator that its wildcards ask for; `value` is undefined for `is_null` and `exists`. */
export interface KueryLiteral {
	readonly op: PredicateOperator;
	readonly value: PredicateValue | undefined;
}

const ESCAPED_SPACES: ReadonlyMap<string, string> = new Map([
	["t", "\t"],
	["r", "\r"],
	["n", "\n"],
]);
const SPECIALS = new Set('\\():<>"*{}');

/**
 * Reads a value as Kibana's Kuery grammar does (`kbn-es-query`, 8.x): quoted text is literal; in unquoted text `*` is a wildcard, and `true`,
 * `false`, `null` and numbers are typed. White space between unquoted words belongs to the value.
 */
export function readKueryLiteral(written: string): KueryLiteral {
	if (written.startsWith('"')) return { op: "eq", value: unquote(written) };
	if (written === "null") return { op: "is_null", value: undefined };
	if (written === "true" || written === "false") return { op: "eq", value: written === "true" };
	const number = readPlainNumber(written);
	if (number !== undefined) return { op: "eq", value: number };
	if (!/[*\\]/.test(written)) return { op: "eq", value: written };
	const { op, value } = lowerGlob(readUnquoted(written));
	return { op, value: value ?? undefined };
}

/** Gives a field name, or a value of which wildcards are no matter, with its quotes and escapes resolved. */
export function readKueryText(written: string): string {
	if (written.startsWith('"')) return unquote(written);
	if (!/[*\\]/.test(written)) return written;
	const pieces = readUnquoted(written);
	return pieces.map((piece) => (typeof piece === "string" ? piece : piece.wildcard)).join("");
}

function unquote(written: string): string {
	const isClosed = written.length > 1 && written.endsWith('"');
	const inner = written.slice(1, isClosed ? -1 : undefined);
	if (!inner.includes("\\")) return inner;
	return inner.replace(/\\(?:u[0-9a-f]{4}|[trn"\\])/gi, (escape) => {
		const letter = escape.charAt(1);
		if (escape.length > 2) return String.fromCharCode(parseInt(escape.slice(2), 16));
		if (letter === '"' || letter === "\\") return letter;
		return ESCAPED_SPACES.get(letter) ?? escape;
	});
}

function readUnquoted(written: string): readonly GlobPiece[] {
	const pieces: GlobPiece[] = [];
	let plain = "";
	let from = 0;
	for (let at = 0; at < written.length; at++) {
		const character = written[at];
		if (character === "*") {
			pieces.push(plain + written.slice(from, at), ANY_RUN);
			plain = "";
			from = at + 1;
		} else if (character === "\\") {
			const { text, length } = readEscape(written, at);
			plain += written.slice(from, at) + text;
			at += length - 1;
			from = at + 1;
		}
	}
	pieces.push(plain + written.slice(from));
	return pieces;
}

/** Reads the escape at an offset. A backslash that escapes nothing is itself. */
function readEscape(text: string, at: number): { readonly text: string; readonly length: number } {
	const next = text.charAt(at + 1);
	const space = ESCAPED_SPACES.get(next);
	if (space !== undefined) return { text: space, length: 2 };
	if (SPECIALS.has(next)) return { text: next, length: 2 };
	const rest = text.slice(at + 1, at + 6);
	if (/^u[0-9a-f]{4}$/i.test(rest))
		return { text: String.fromCharCode(parseInt(rest.slice(1), 16)), length: 6 };
	const keyword = /^(?:or|and|not)/i.exec(rest)?.[0];
	return keyword === undefined
		? { text: "\\", length: 1 }
		: { text: keyword, length: 1 + keyword.length };
}

/** Finds the first backslash of unquoted text that escapes nothing, which Kibana refuses; `before` is the character behind it. */
export function findNoEscape(
	written: string,
): { readonly at: number; readonly before: string } | undefined {
	for (let at = written.indexOf("\\"); at >= 0;) {
		const { length } = readEscape(written, at);
		if (length === 1) return { at, before: written.charAt(at + 1) };
		at = written.indexOf("\\", at + length);
	}
	return undefined;
}

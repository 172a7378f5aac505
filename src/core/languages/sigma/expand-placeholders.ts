import type { PredicateValue } from "../../model/predicate";
import type { Span } from "../../text/span";
import { ANY_RUN } from "../syntax/globs";
import type { SigmaReading } from "./sigma-reading";
import { isPlaceholder, readPlaceholders, readSigmaString } from "./sigma-strings";
import type { SigmaPiece } from "./sigma-strings";

/** A value with more known placeholders than this keeps them by their names. */
const MOST_LISTS = 6;

/**
 * Gives a value with its placeholders, once for each text that these may stand for; those that nothing defines are reported.
 *
 * A value that is nothing but a placeholder (between wildcards) stays a list by its name. Where text stands beside a known one, the value
 * is given once for each entry, as long as the document's allowance of alternatives reaches.
 */
export function expandPlaceholders(
	reading: SigmaReading,
	pieces: readonly SigmaPiece[],
	span: Span,
): readonly (readonly SigmaPiece[])[] {
	const found = findPlaceholders(reading, pieces, span);
	if (findLonePlaceholder(found) !== undefined) return [found];
	const lists = found.flatMap((piece) =>
		isPlaceholder(piece) && piece.entries !== undefined ? [piece.entries] : [],
	);
	const count = lists.reduce((product, entries) => product * entries.length, 1);
	if (count === 0 || lists.length === 0 || lists.length > MOST_LISTS) return [found];
	if (!reading.allow(count * found.length)) return [found];
	return choices(lists).map((chosen) => insert(found, chosen));
}

/** Finds the placeholders of a value and reports those that nothing defines. */
export function findPlaceholders(
	reading: SigmaReading,
	pieces: readonly SigmaPiece[],
	span: Span,
): readonly SigmaPiece[] {
	return pieces
		.flatMap((piece) => (isPlaceholder(piece) ? [piece] : readPlaceholders([piece])))
		.map((piece) => look(reading, piece, span));
}

/** One entry of each list, in every combination. */
function choices(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
	let chosen: readonly (readonly string[])[] = [[]];
	for (const entries of lists)
		chosen = chosen.flatMap((before) => entries.map((entry) => [...before, entry]));
	return chosen;
}

function insert(pieces: readonly SigmaPiece[], chosen: readonly string[]): readonly SigmaPiece[] {
	let next = 0;
	return pieces.flatMap((piece): readonly SigmaPiece[] => {
		if (!isPlaceholder(piece) || piece.entries === undefined) return [piece];
		return readSigmaString(chosen[next++] ?? "");
	});
}

/** A value that is a list, and whether wildcards stand around it. */
export interface LonePlaceholder {
	readonly list: PredicateValue;
	readonly isOpenBefore: boolean;
	readonly isOpenAfter: boolean;
}

/** Gives the list that a value is, apart from wildcards at its ends; undefined where it is more or something else. */
export function findLonePlaceholder(pieces: readonly SigmaPiece[]): LonePlaceholder | undefined {
	const isOpenBefore = pieces[0] === ANY_RUN;
	const isOpenAfter = pieces.length > 1 && pieces.at(-1) === ANY_RUN;
	const inner = pieces.slice(isOpenBefore ? 1 : 0, isOpenAfter ? -1 : undefined);
	const [piece] = inner;
	if (inner.length !== 1 || piece === undefined || !isPlaceholder(piece)) return undefined;
	const { placeholder, entries } = piece;
	const list = entries === undefined ? { list: placeholder } : { list: placeholder, entries };
	return { list, isOpenBefore, isOpenAfter };
}

function look(reading: SigmaReading, piece: SigmaPiece, span: Span): SigmaPiece {
	if (!isPlaceholder(piece)) return piece;
	const entries = reading.context.list(piece.placeholder);
	if (entries !== undefined) return { ...piece, entries };
	const message = `the placeholder %${piece.placeholder}% is defined nowhere`;
	reading.reportOnce("query-undefined", message, span);
	return piece;
}

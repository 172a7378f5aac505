import { DEEPEST } from "./parse-logic";
import type { TokenCursor } from "./token-cursor";

/** Stands for an expression that could not be read. Offsets are UTF-16. */
export interface BrokenNode {
	readonly kind: "broken";
	/** For a person: one clause without a full stop. */
	readonly reason: string;
	readonly start: number;
	readonly end: number;
}

/**
 * Reports an expression that began at `start` and breaks at the next token, and passes over that token unless it is one of `between`,
 * which ends the expression and belongs to what it stands in.
 */
export function breakOff(
	cursor: TokenCursor,
	reason: string,
	between: ReadonlySet<string>,
	start = cursor.offset,
): BrokenNode {
	cursor.fail(reason);
	if (!between.has(cursor.peek()?.text ?? "")) cursor.skip();
	return { kind: "broken", reason, start, end: Math.max(start, cursor.lastEnd) };
}

/** Reports an expression that is nested too deep, and passes over it. */
export function giveUp(cursor: TokenCursor): BrokenNode {
	const start = cursor.offset;
	const reason = `expressions are nested more than ${DEEPEST} deep`;
	cursor.report("query-too-deep", "error", reason);
	if (cursor.skipUntil(() => false) === "") cursor.skip();
	return { kind: "broken", reason, start, end: Math.max(start, cursor.lastEnd) };
}

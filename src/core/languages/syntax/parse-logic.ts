import type { Condition } from "../../model/detection";
import { combine, negate, opaque } from "./conditions";
import type { Token } from "./token";
import type { TokenCursor } from "./token-cursor";

/** Conditions nested deeper than this are kept as one opaque leaf, so that hostile input cannot exhaust the stack. */
export const DEEPEST = 200;

/** How one language joins conditions. */
export interface LogicGrammar<T extends Token> {
	/**
	 * The operator that stands at the cursor and how many tokens it has (0 for one that is not written), undefined where none follows.
	 * Of two operators the one with the higher power binds tighter.
	 */
	operatorAt(cursor: TokenCursor<T>): LogicOperator | undefined;
	/** Whether a negation stands at the cursor; it is one token. */
	isNot(cursor: TokenCursor<T>): boolean;
	/** Operators from this power on belong to what a `not` turns round; above every operator's unless `not` binds loosely. */
	readonly notPower: number;
	/** Reads what is no operator: a group in brackets or a comparison. Takes or skips at least one token. `depth` goes to `parseLogic`. */
	operand(cursor: TokenCursor<T>, depth: number): Condition;
}

/** An operator between conditions. */
export interface LogicOperator {
	readonly kind: "and" | "or";
	readonly power: number;
	readonly tokens: number;
}

/**
 * Reads conditions joined by operators (a Pratt parser): as many as bind at least as tightly as `power`.
 *
 * Linear in the tokens; beyond `DEEPEST` the rest of the group is skipped, reported and kept as an opaque leaf.
 */
export function parseLogic<T extends Token>(
	cursor: TokenCursor<T>,
	grammar: LogicGrammar<T>,
	depth = 0,
	power = 0,
): Condition {
	if (depth > DEEPEST) return giveUp(cursor);
	let left = parseUnary(cursor, grammar, depth);
	for (;;) {
		const operator = grammar.operatorAt(cursor);
		if (operator === undefined || operator.power < power) return left;
		const parts = [left];
		let next: LogicOperator | undefined = operator;
		while (next !== undefined && next.kind === operator.kind && next.power === operator.power) {
			for (let count = 0; count < next.tokens; count++) cursor.take();
			const before = cursor.index;
			parts.push(parseLogic(cursor, grammar, depth + 1, operator.power + 1));
			if (cursor.index === before) break;
			next = grammar.operatorAt(cursor);
		}
		left = combine(operator.kind, parts);
		if (next?.power === operator.power && next.kind === operator.kind) return left;
	}
}

function parseUnary<T extends Token>(
	cursor: TokenCursor<T>,
	grammar: LogicGrammar<T>,
	depth: number,
): Condition {
	if (!grammar.isNot(cursor)) return grammar.operand(cursor, depth);
	cursor.take();
	return negate(parseLogic(cursor, grammar, depth + 1, grammar.notPower));
}

function giveUp<T extends Token>(cursor: TokenCursor<T>): Condition {
	const start = cursor.offset;
	cursor.report("query-too-deep", "error", `conditions are nested more than ${DEEPEST} deep`);
	const text = cursor.skipUntil(() => false);
	if (text === "") cursor.skip();
	return opaque(text, "nested too deep", { start, end: Math.max(start, cursor.lastEnd) });
}

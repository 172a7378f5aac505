import { breakOff, giveUp } from "../syntax/broken-node";
import { readLogicSign } from "../syntax/logic-signs";
import { DEEPEST } from "../syntax/parse-logic";
import type { TokenCursor } from "../syntax/token-cursor";
import type { EsqlToken } from "./scan-esql";
import { readString } from "./scan-esql";
import type { Expression } from "./esql-tree";
import { readColumn } from "./read-names";

/** A query's tokens. */
export type EsqlCursor = TokenCursor<EsqlToken>;

/** How tightly operators bind. Source: Elasticsearch, ES|QL operators. */
const POWERS: ReadonlyMap<string, number> = new Map([
	["or", 1],
	["||", 1],
	["and", 2],
	["&&", 2],
	...["==", "=", "=~", "!=", "<", "<=", ">", ">=", ":", "in", "like", "rlike", "is", "not"].map(
		(op) => [op, 4] as const,
	),
	["+", 5],
	["-", 5],
	["*", 6],
	["/", 6],
	["%", 6],
	["::", 7],
]);
const NOT_POWER = 3;
const COMPARISON = 4;
const UNITS =
	/^(?:milliseconds?|ms|seconds?|sec|s|minutes?|min|m|hours?|h|days?|d|weeks?|w|months?|mo|quarters?|q|years?|yr?)$/i;

/** Reads one expression of at least the given power. Takes or skips at least one token where there is one. */
export function readExpression(cursor: EsqlCursor, depth = 0, power = 0): Expression {
	if (depth > DEEPEST) return giveUp(cursor);
	let left = readUnary(cursor, depth);
	for (;;) {
		const own = powerAt(cursor);
		if (own === undefined || own < Math.max(power, 1)) return left;
		if (own === COMPARISON) left = readComparison(cursor, left, depth);
		else left = readChain(cursor, left, own, depth);
	}
}

function powerAt(cursor: EsqlCursor): number | undefined {
	const token = cursor.peek();
	if (token === undefined || token.kind === "string" || token.text.length > 5) return undefined;
	const word = token.text.toLowerCase();
	if (word === "not" && !isNegatable(cursor)) return undefined;
	return POWERS.get(word);
}

function isNegatable(cursor: EsqlCursor): boolean {
	return cursor.isWord("in", 1) || cursor.isWord("like", 1) || cursor.isWord("rlike", 1);
}

function readChain(
	cursor: EsqlCursor,
	first: Expression,
	power: number,
	depth: number,
): Expression {
	const items = [first];
	const word = cursor.peek()?.text.toLowerCase() ?? "";
	const op = readLogicSign(cursor) ?? word;
	while (powerAt(cursor) === power) {
		readLogicSign(cursor);
		cursor.take();
		items.push(readExpression(cursor, depth + 1, power + 1));
	}
	const span = { start: first.start, end: cursor.lastEnd };
	if (op === "and" || op === "or") return { kind: "logic", op, items, ...span };
	// A cast compares as what is cast.
	if (op === "::") return first;
	return { kind: "arithmetic", items, ...span };
}

function readComparison(cursor: EsqlCursor, left: Expression, depth: number): Expression {
	const { start } = left;
	if (cursor.eatWord("is")) {
		const isNegated = cursor.eatWord("not");
		if (!cursor.eatWord("null")) cursor.expect("null");
		return { kind: "is-null", item: left, isNegated, start, end: cursor.lastEnd };
	}
	const isNegated = cursor.eatWord("not");
	if (cursor.is("="))
		cursor.report("query-syntax", "info", "\u201C=\u201D is read as \u201C==\u201D");
	const word = cursor.take()?.text.toLowerCase() ?? "";
	const op = word === "=" ? "==" : word;
	const right = readExpression(cursor, depth + 1, COMPARISON + 1);
	const item: Expression = { kind: "comparison", op, left, right, start, end: cursor.lastEnd };
	return isNegated ? { kind: "not", item, start, end: cursor.lastEnd } : item;
}

function readUnary(cursor: EsqlCursor, depth: number): Expression {
	const start = cursor.offset;
	if (cursor.isWord("not") || cursor.is("!")) {
		readLogicSign(cursor);
		cursor.take();
		const item = readExpression(cursor, depth + 1, NOT_POWER);
		return { kind: "not", item, start, end: cursor.lastEnd };
	}
	if (cursor.is("-") || cursor.is("+")) {
		const sign = cursor.take()?.text === "-" ? -1 : 1;
		const item = readExpression(cursor, depth + 1, 7);
		const span = { start, end: cursor.lastEnd };
		if (item.kind === "literal" && typeof item.value === "number")
			return { kind: "literal", value: sign * item.value, ...span };
		return { kind: "arithmetic", items: [item], ...span };
	}
	return readOperand(cursor, depth);
}

function readOperand(cursor: EsqlCursor, depth: number): Expression {
	const token = cursor.peek();
	const start = cursor.offset;
	if (token === undefined) return breakOff(cursor, "the expression ends too early", BETWEEN);
	if (token.kind === "string") {
		cursor.take();
		if (token.text.startsWith("'"))
			cursor.report("query-syntax", "warning", "text stands between double quotes", {
				start,
				end: token.end,
			});
		else if (token.text.length < 2 || !token.text.endsWith('"'))
			cursor.fail("the string is never closed", {
				start,
				end: token.end,
			});
		return { kind: "literal", value: readString(token.text), start, end: token.end };
	}
	if (token.kind === "number") return readNumber(cursor);
	if (token.kind === "word") return readWord(cursor, depth);
	if (token.text === "(" && isQuery(cursor)) return takeSubquery(cursor);
	if (token.text === "(" || token.text === "[") return readGroup(cursor, depth);
	if (token.text === "{") return readMap(cursor, depth);
	if (token.text === "." && cursor.peek(1)?.kind === "number") {
		cursor.take();
		const digits = cursor.take();
		return { kind: "literal", value: Number(`.${digits?.text ?? ""}`), start, end: cursor.lastEnd };
	}
	if (token.text === "*") {
		cursor.take();
		return { kind: "column", name: "*", start, end: token.end };
	}
	return breakOff(cursor, `\u201C${token.text}\u201D cannot stand here`, BETWEEN);
}

function readNumber(cursor: EsqlCursor): Expression {
	const token = cursor.take();
	const start = token?.start ?? 0;
	const unit = cursor.peek();
	if (unit?.kind === "word" && UNITS.test(unit.text)) {
		cursor.take();
		return { kind: "duration", start, end: cursor.lastEnd };
	}
	return { kind: "literal", value: Number(token?.text), start, end: cursor.lastEnd };
}

function readWord(cursor: EsqlCursor, depth: number): Expression {
	const start = cursor.offset;
	const word = cursor.peek()?.text ?? "";
	const lower = word.toLowerCase();
	if ((lower === "true" || lower === "false" || lower === "null") && !cursor.is(".", 1)) {
		cursor.take();
		const value = lower === "null" ? null : lower === "true";
		return { kind: "literal", value, start, end: cursor.lastEnd };
	}
	// Two question marks stand for a name, one in front of a bracket for a function's.
	if (word.startsWith("?") && !word.startsWith("??") && !cursor.is("(", 1)) {
		cursor.take();
		return { kind: "parameter", name: word, start, end: cursor.lastEnd };
	}
	if (cursor.is("(", 1)) {
		cursor.take();
		cursor.take();
		const items = readItems(cursor, ")", depth);
		cursor.expect(")");
		return { kind: "call", name: lower, items, start, end: cursor.lastEnd };
	}
	const name = readColumn(cursor);
	return { kind: "column", name, start, end: cursor.lastEnd };
}

/** Whether a bracket holds a pipeline, as in `field in (from … | keep …)`. */
function isQuery(cursor: EsqlCursor): boolean {
	if (!["from", "row", "eql"].some((word) => cursor.isWord(word, 1))) return false;
	return cursor.peek(2)?.kind === "word" || cursor.peek(2)?.kind === "string";
}

function takeSubquery(cursor: EsqlCursor): Expression {
	const start = cursor.offset;
	const tokens: EsqlToken[] = [];
	cursor.take();
	let depth = 0;
	for (let token = cursor.peek(); token !== undefined; token = cursor.peek()) {
		if (token.text === "(") depth++;
		else if (token.text === ")" && depth-- === 0) break;
		tokens.push(token);
		cursor.take();
	}
	cursor.expect(")");
	return { kind: "subquery", tokens, start, end: cursor.lastEnd };
}

/** `( … )` around an expression or a list, `[ … ]` a list. */
function readGroup(cursor: EsqlCursor, depth: number): Expression {
	const start = cursor.offset;
	const open = cursor.take()?.text;
	const close = open === "(" ? ")" : "]";
	const items = readItems(cursor, close, depth);
	cursor.expect(close);
	const [only] = items;
	if (open === "(" && items.length === 1 && only !== undefined) return only;
	return { kind: "list", items, start, end: cursor.lastEnd };
}

function readMap(cursor: EsqlCursor, depth: number): Expression {
	const start = cursor.offset;
	cursor.take();
	const items: Expression[] = [];
	while (!cursor.isAtEnd && !cursor.is("}")) {
		const before = cursor.index;
		items.push(readExpression(cursor, depth + 1, COMPARISON + 1));
		if (cursor.eat(":")) items.push(readExpression(cursor, depth + 1));
		if (!cursor.eat(",") || cursor.index === before) break;
	}
	cursor.expect("}");
	return { kind: "map", items, start, end: cursor.lastEnd };
}

function readItems(cursor: EsqlCursor, close: string, depth: number): readonly Expression[] {
	const items: Expression[] = [];
	while (!cursor.isAtEnd && !cursor.is(close)) {
		items.push(readExpression(cursor, depth + 1));
		// `first(value by order)`.
		if (cursor.eatWord("by")) items.push(readExpression(cursor, depth + 1));
		if (!cursor.eat(",")) break;
	}
	return items;
}

/** What ends the expression that is broken, and belongs to what it stands in. */
const BETWEEN = new Set(["|", ")", "]", "}", ",", ";"]);

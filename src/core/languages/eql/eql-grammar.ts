import type { Condition } from "../../model/detection";
import { combine, negate, opaque } from "../syntax/conditions";
import { parseLogic } from "../syntax/parse-logic";
import type { LogicGrammar, LogicOperator } from "../syntax/parse-logic";
import type { EqlPlace } from "./describe-value";
import type { EqlValue } from "./eql-value";
import { lowerBare } from "./lower-call";
import { isComparison, lowerComparison, lowerIn, lowerMatch } from "./lower-comparison";
import { parseEqlValue, PRIMARY } from "./parse-value";
import type { EqlCursor } from "./parse-value";
import type { EqlToken } from "./scan-eql";

const OR: LogicOperator = { kind: "or", power: 1, tokens: 1 };
const AND: LogicOperator = { kind: "and", power: 2, tokens: 1 };
const NOT_POWER = 3;
const MATCHES = new Set([":", "like", "like~", "regex", "regex~"]);

/** Reads conditions over the events of one category. */
export interface EqlConditions {
	/** Reads up to what ends a condition: a closing bracket, a `|` or the text's end. What stands between two conditions unjoined is reported. */
	parse(cursor: EqlCursor, depth: number): Condition;
}

/**
 * Gives the reader for conditions over one category of events, null for any.
 *
 * `closers` has for each `(` token the index of the bracket that closes it: what stands behind that tells a group of conditions from the
 * arithmetic of a comparison without reading anything twice.
 */
export function eqlConditions(source: string | null, closers: Int32Array): EqlConditions {
	const grammar: LogicGrammar<EqlToken> = {
		operatorAt: readOperator,
		isNot: (cursor) => cursor.isWord("not"),
		notPower: NOT_POWER,
		operand(cursor, depth) {
			if (cursor.is("(") && !isValueGroup(cursor, closers)) {
				cursor.take();
				const inner = parse(cursor, depth + 1);
				cursor.expect(")");
				return inner;
			}
			return parseComparison(cursor, source, readInner, depth);
		},
	};
	const parse = (cursor: EqlCursor, depth: number): Condition => {
		const parts = [parseLogic(cursor, grammar, depth)];
		while (!isEnd(cursor)) {
			cursor.report("query-syntax", "error", "expected \u201Cand\u201D or \u201Cor\u201D");
			parts.push(parseLogic(cursor, grammar, depth));
		}
		return combine("and", parts);
	};
	const readInner = (cursor: EqlCursor, depth: number): EqlValue => {
		const start = cursor.offset;
		const condition = parseLogic(cursor, grammar, depth);
		return { kind: "condition", condition, span: { start, end: cursor.lastEnd } };
	};
	return { parse };
}

/** Gives for each `(` among the tokens the index of the `)` that closes it, -1 where none does. */
export function findClosers(tokens: readonly EqlToken[]): Int32Array {
	const closers = new Int32Array(tokens.length).fill(-1);
	const open: number[] = [];
	for (const [index, { text }] of tokens.entries()) {
		if (text === "(") open.push(index);
		else if (text === ")") {
			const start = open.pop();
			if (start !== undefined) closers[start] = index;
		}
	}
	return closers;
}

function parseComparison(
	cursor: EqlCursor,
	source: string | null,
	readInner: (cursor: EqlCursor, depth: number) => EqlValue,
	depth: number,
): Condition {
	const start = cursor.offset;
	if (cursor.isWord("of", 1) && cursor.is("[", 2)) return skipRelation(cursor);
	const readValue = (power?: number): EqlValue => parseEqlValue(cursor, readInner, depth, power);
	const left = readValue();
	if (left.kind === "unknown") return keepOpaque(cursor, start, "not EQL");
	const word = cursor.peek()?.text.toLowerCase() ?? "";
	const place = (): EqlPlace => ({
		text: cursor.text,
		source,
		span: { start, end: Math.max(start, cursor.lastEnd) },
	});
	if (isComparison(word)) {
		if (word === "=")
			cursor.report("query-syntax", "warning", "\u201C=\u201D is read as \u201C==\u201D");
		cursor.take();
		const right = readValue();
		if (right.kind === "unknown") return keepOpaque(cursor, start, "not EQL");
		return lowerComparison(left, word, right, place());
	}
	const isNegated = word === "not" && /^in~?$/i.test(cursor.peek(1)?.text ?? "");
	if (isNegated) cursor.take();
	const name = isNegated ? (cursor.peek()?.text.toLowerCase() ?? "") : word;
	if (name === "in" || name === "in~") {
		cursor.take();
		const items = parseList(cursor, readValue);
		const test = lowerIn(left, items, name === "in~", place());
		return isNegated ? negate(test) : test;
	}
	if (!MATCHES.has(name) && name !== "!:") return lowerBare(left, place());
	cursor.take();
	const items = cursor.is("(") ? parseList(cursor, readValue) : [readValue(PRIMARY)];
	if (items.some(({ kind }) => kind === "unknown")) return keepOpaque(cursor, start, "not EQL");
	if (name === "!:") return negate(lowerMatch(left, ":", items, place()));
	return lowerMatch(left, name, items, place());
}

/** Reads `(a, b)`; a comma may stand behind the last. */
function parseList(cursor: EqlCursor, readValue: () => EqlValue): readonly EqlValue[] {
	const items: EqlValue[] = [];
	if (!cursor.expect("(")) return items;
	while (!cursor.isAtEnd && !cursor.is(")")) {
		items.push(readValue());
		if (!cursor.eat(",")) break;
	}
	cursor.expect(")");
	return items;
}

/** `child of [ … ]` and its kin relate processes to each other; the model has no place for that. */
function skipRelation(cursor: EqlCursor): Condition {
	const start = cursor.offset;
	const relation = cursor.peek()?.text ?? "";
	cursor.report("query-opaque", "warning", `\u201C${relation} of\u201D is not understood`);
	cursor.skip();
	cursor.skip();
	cursor.skip();
	cursor.skipUntil(() => false);
	if (cursor.is("]")) cursor.skip();
	return keepOpaque(cursor, start, "a relation between processes");
}

function keepOpaque(cursor: EqlCursor, start: number, reason: string): Condition {
	const end = Math.max(start, cursor.lastEnd);
	return opaque(cursor.text.slice(start, end), reason, { start, end });
}

function readOperator(cursor: EqlCursor): LogicOperator | undefined {
	if (cursor.isWord("and")) return AND;
	return cursor.isWord("or") ? OR : undefined;
}

/** Whether the `(` at the cursor is part of a value: behind its end something is done with that value. */
function isValueGroup(cursor: EqlCursor, closers: Int32Array): boolean {
	const closer = closers[cursor.index] ?? -1;
	if (closer < 0) return false;
	const ahead = closer - cursor.index + 1;
	const next = cursor.peek(ahead)?.text.toLowerCase() ?? "";
	if (isComparison(next) || MATCHES.has(next) || /^(?:[-+*/%]|in~?|!:)$/.test(next)) return true;
	return next === "not" && /^in~?$/i.test(cursor.peek(ahead + 1)?.text ?? "");
}

function isEnd(cursor: EqlCursor): boolean {
	const token = cursor.peek();
	return token === undefined || /^[)\]|,]$/.test(token.text);
}

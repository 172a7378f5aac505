import type { Condition, QuerySource } from "../../model/detection";
import { combine, negate, opaque } from "../syntax/conditions";
import { parseLogic } from "../syntax/parse-logic";
import type { LogicGrammar } from "../syntax/parse-logic";
import type { EqlPlace } from "./describe-value";
import type { EqlValue } from "./eql-value";
import { lowerBare } from "./lower-call";
import { isComparison, lowerComparison, lowerIn, lowerMatch } from "./lower-comparison";
import { parseEqlValue, PRIMARY } from "./parse-value";
import type { EqlCursor, OperandReader } from "./parse-value";
import { isEqlNot, isMissingEvent, readEqlOperator } from "./read-eql-operator";
import { readCategory } from "./read-category";
import type { EqlToken } from "./scan-eql";

const NOT_POWER = 3;
const MATCHES = new Set([":", "!:", "like", "like~", "regex", "regex~"]);

/** What the parts of one query share. */
export interface EqlReading {
	readonly cursor: EqlCursor;
	/** For each `(` token the index of its `)`. */
	readonly closers: Int32Array;
	/** The event categories read so far, by name. */
	readonly sources: Map<string, QuerySource>;
}

/** Reads conditions over the events of one category. */
export interface EqlConditions {
	/** Reads up to what ends a condition: a closing bracket, a `|` or the text's end. What stands between two conditions unjoined is reported. */
	parse(cursor: EqlCursor, depth: number): Condition;
}

/**
 * Gives the reader for conditions over one category of events, null for any.
 *
 * `relation` says whose events these are where they are not the query's own (`child of`). What stands behind a bracket's closing one tells a
 * group of conditions from the arithmetic of a comparison without reading anything twice.
 */
export function eqlConditions(
	source: string | null,
	reading: EqlReading,
	relation: string | null = null,
): EqlConditions {
	const { closers } = reading;
	const whose = { source, relation };
	const grammar: LogicGrammar<EqlToken> = {
		operatorAt: readEqlOperator,
		isNot: isEqlNot,
		notPower: NOT_POWER,
		operand(cursor, depth) {
			if (cursor.is("(") && !isValueGroup(cursor, closers)) {
				cursor.take();
				const inner = parse(cursor, depth + 1);
				cursor.expect(")");
				return turnByTruth(cursor, inner);
			}
			if (cursor.isWord("of", 1) && cursor.is("[", 2))
				return parseRelation(cursor, reading, relation, depth);
			return parseComparison(cursor, whose, readInner, depth);
		},
	};
	const parse = (cursor: EqlCursor, depth: number): Condition => {
		const parts = [parseLogic(cursor, grammar, depth)];
		while (!isEnd(cursor)) {
			cursor.fail("expected \u201Cand\u201D or \u201Cor\u201D");
			parts.push(parseLogic(cursor, grammar, depth));
		}
		return combine("and", parts);
	};
	const readInner: OperandReader = (cursor, depth) => {
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
	tokens.forEach(({ text }, index) => {
		if (text === "(") open.push(index);
		else if (text === ")") {
			const start = open.pop();
			if (start !== undefined) closers[start] = index;
		}
	});
	return closers;
}

function parseComparison(
	cursor: EqlCursor,
	whose: Pick<EqlPlace, "source" | "relation">,
	readInner: OperandReader,
	depth: number,
): Condition {
	const start = cursor.offset;
	const isUnjoined = cursor.isReported;
	const left = parseEqlValue(cursor, readInner, depth);
	if (left.kind === "unknown") return keepOpaque(cursor, start, "not EQL");
	const isTurned = eatInnerNot(cursor);
	const word = cursor.peek()?.text.toLowerCase() ?? "";
	const isNegated = isTurned || word === "!:";
	const items = readRight(cursor, word, readInner, depth);
	const place: EqlPlace = {
		text: cursor.text,
		source: whose.source,
		relation: whose.relation,
		span: { start, end: Math.max(start, cursor.lastEnd) },
	};
	if (items === undefined) {
		const isAlone = isUnjoined || !(isEnd(cursor) || readEqlOperator(cursor) !== undefined);
		// Of what stands beside something that cannot be read, a name alone says nothing.
		if (isAlone && left.kind !== "call" && left.kind !== "condition")
			return keepOpaque(cursor, start, "a value alone");
		return lowerBare(left, place);
	}
	const right = items[0];
	if (isIn(word)) return turn(lowerIn(left, items, word === "in~", place), isNegated);
	if (items.some(({ kind }) => kind === "unknown")) return keepOpaque(cursor, start, "not EQL");
	if (isComparison(word) && right !== undefined) return lowerComparison(left, word, right, place);
	return turn(lowerMatch(left, word === "!:" ? ":" : word, items, place), isNegated);
}

/** Takes the `not` of `not in`. Before another operator it is reported, and means the same. */
function eatInnerNot(cursor: EqlCursor): boolean {
	if (!cursor.isWord("not")) return false;
	const next = cursor.peek(1)?.text.toLowerCase() ?? "";
	const isKnown = isIn(next);
	if (!isKnown && !MATCHES.has(next)) return false;
	if (!isKnown) {
		const message = `\u201Cnot\u201D belongs before the field that \u201C${next}\u201D compares`;
		cursor.report("query-syntax", "warning", message);
	}
	cursor.take();
	return true;
}

/** Takes an operator and what stands behind it; undefined where the word at the cursor is none. */
function readRight(
	cursor: EqlCursor,
	word: string,
	readInner: OperandReader,
	depth: number,
): readonly EqlValue[] | undefined {
	if (isComparison(word)) {
		if (word === "=")
			cursor.report("query-syntax", "warning", "\u201C=\u201D is read as \u201C==\u201D");
		cursor.take();
		return [parseEqlValue(cursor, readInner, depth)];
	}
	const takesList = isIn(word);
	if (!takesList && !MATCHES.has(word)) return undefined;
	cursor.take();
	if (takesList || cursor.is("(")) return parseList(cursor, readInner, depth);
	return [parseEqlValue(cursor, readInner, depth, PRIMARY)];
}

function isIn(word: string | undefined): boolean {
	return word !== undefined && word.length < 4 && /^in~?$/i.test(word);
}

function turn(condition: Condition, isNegated: boolean): Condition {
	return isNegated ? negate(condition) : condition;
}

/** Reads `(a, b)`; a comma may stand behind the last. */
function parseList(
	cursor: EqlCursor,
	readInner: OperandReader,
	depth: number,
): readonly EqlValue[] {
	const items: EqlValue[] = [];
	if (!cursor.expect("(")) return items;
	while (!cursor.isAtEnd && !cursor.is(")")) {
		items.push(parseEqlValue(cursor, readInner, depth));
		if (!cursor.eat(",")) break;
	}
	cursor.expect(")");
	return items;
}

/** `child of [ … ]` and its kin: what is in the brackets is said of another process. */
function parseRelation(
	cursor: EqlCursor,
	reading: EqlReading,
	outer: string | null,
	depth: number,
): Condition {
	const word = `${cursor.take()?.text ?? ""} of`;
	cursor.take();
	cursor.take();
	const source = readCategory(cursor, reading.sources);
	const relation = outer === null ? word : `${outer} ${word}`;
	const inner = eqlConditions(source, reading, relation).parse(cursor, depth + 1);
	cursor.expect("]");
	return inner;
}

function keepOpaque(cursor: EqlCursor, start: number, reason: string): Condition {
	const end = Math.max(start, cursor.lastEnd);
	return opaque(cursor.text.slice(start, end), reason, { start, end });
}

/** `(a in (1)) == false` turns the condition between the brackets round. */
function turnByTruth(cursor: EqlCursor, condition: Condition): Condition {
	if (!isTruth(cursor, 0)) return condition;
	const sign = cursor.take()?.text;
	return turn(condition, cursor.take()?.text === (sign === "!=" ? "true" : "false"));
}

function isTruth(cursor: EqlCursor, ahead: number): boolean {
	if (!cursor.is("==", ahead) && !cursor.is("!=", ahead)) return false;
	return cursor.is("true", ahead + 1) || cursor.is("false", ahead + 1);
}

/** Whether the `(` at the cursor is part of a value: behind its end something is done with that value. */
function isValueGroup(cursor: EqlCursor, closers: Int32Array): boolean {
	const closer = closers[cursor.index] ?? -1;
	if (closer < 0) return false;
	const ahead = closer - cursor.index + 1;
	const next = cursor.peek(ahead)?.text.toLowerCase() ?? "";
	if (isComparison(next)) return !isTruth(cursor, ahead);
	if (MATCHES.has(next) || isIn(next) || (next.length === 1 && "-+*/%".includes(next))) return true;
	return next === "not" && isIn(cursor.peek(ahead + 1)?.text);
}

function isEnd(cursor: EqlCursor): boolean {
	const text = cursor.peek()?.text;
	return (
		text === undefined || (text.length === 1 && ")]|,[".includes(text)) || isMissingEvent(cursor)
	);
}

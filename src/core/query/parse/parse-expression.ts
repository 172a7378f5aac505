import { endOfName } from "../../index/literals/names";
import type { BinaryOperator, Expression } from "./ast";
import type { Cursor } from "./cursor";
import { parseBrackets } from "./parse-brackets";
import { parseList } from "./parse-list";
import {
	readLinkLiteral,
	readPlainLiteral,
	readTimeLiteral,
	readWordLiteral,
} from "./read-literal";
import { readKey, readName } from "./read-name";

/** Words that start a clause and therefore are no field names. */
const KEYWORDS = new Set(["FROM", "WHERE", "LIMIT", "GROUP", "FLATTEN"]);
/** Deeper nesting is refused rather than run out of stack. */
const DEEPEST = 200;

const OPERATOR = /[*/%+\-&|]|[><!]=|[><=]|and|or/iy;
const STRENGTH: Readonly<Record<BinaryOperator, number>> = {
	"&": 0,
	"|": 0,
	">": 1,
	">=": 1,
	"<": 1,
	"<=": 1,
	"=": 1,
	"!=": 1,
	"+": 2,
	"-": 2,
	"*": 3,
	"/": 3,
	"%": 3,
};

/**
 * Reads an expression; gives undefined, with the cursor where it was, where none starts here. What follows it is left to the caller.
 *
 * The grammar is Dataview 0.5.70's: `and` and `or` bind equally and weakest, then comparisons, sums, products; all group to the left;
 * `!` binds to what follows it directly; a minus sign belongs to a number or stands between two values.
 */
export function parseExpression(cursor: Cursor): Expression | undefined {
	if (cursor.depth >= DEEPEST) {
		cursor.expect("fewer nested expressions");
		return undefined;
	}
	cursor.depth++;
	const found = parseBinary(cursor, 0);
	cursor.depth--;
	return found;
}

function parseBinary(cursor: Cursor, weakest: number): Expression | undefined {
	let left = parsePostfix(cursor);
	while (left !== undefined) {
		const end = cursor.at;
		cursor.skipBlanks();
		const operator = readOperator(cursor, weakest);
		cursor.skipBlanks();
		const right = operator === undefined ? undefined : parseBinary(cursor, STRENGTH[operator] + 1);
		if (operator === undefined || right === undefined) {
			cursor.at = end;
			break;
		}
		const span = { start: left.span.start, end: cursor.at };
		left = { type: "binary", operator, left, right, span };
	}
	return left;
}

function readOperator(cursor: Cursor, weakest: number): BinaryOperator | undefined {
	const start = cursor.at;
	const word = cursor.match(OPERATOR);
	if (word === undefined) {
		cursor.expect("an operator");
		return undefined;
	}
	const operator = operatorOf(word);
	if (STRENGTH[operator] >= weakest) return operator;
	cursor.at = start;
	return undefined;
}

function operatorOf(word: string): BinaryOperator {
	const lower = word.toLowerCase();
	if (lower === "and") return "&";
	return lower === "or" ? "|" : (word as BinaryOperator);
}

/** An atom with the `.name`, `[index]` and `(arguments)` that follow it directly. */
function parsePostfix(cursor: Cursor): Expression | undefined {
	let result = parseAtom(cursor);
	while (result !== undefined && !cursor.isDeadEnd) {
		const start = cursor.at;
		const next: Expression | undefined =
			parseDot(cursor, result) ?? parseIndex(cursor, result) ?? parseCall(cursor, result);
		if (next === undefined) {
			cursor.at = start;
			cursor.markDeadEnd(start);
			break;
		}
		result = next;
	}
	return result;
}

function parseDot(cursor: Cursor, object: Expression): Expression | undefined {
	const { at } = cursor;
	if (!cursor.take(".")) return undefined;
	const start = cursor.at;
	const end = endOfName(cursor.text, start);
	if (end === undefined) {
		cursor.expect("a field name");
		cursor.at = at;
		return undefined;
	}
	cursor.at = end;
	const name = cursor.text.slice(start, end);
	const index: Expression = { type: "literal", value: name, span: { start, end } };
	return { type: "index", object, index, span: { start: object.span.start, end } };
}

function parseIndex(cursor: Cursor, object: Expression): Expression | undefined {
	const { at } = cursor;
	if (!cursor.take("[")) return undefined;
	cursor.skipBlanks();
	const index = parseExpression(cursor);
	cursor.skipBlanks();
	if (index !== undefined && cursor.take("]")) {
		return { type: "index", object, index, span: { start: object.span.start, end: cursor.at } };
	}
	if (index !== undefined) cursor.expect('"]"');
	cursor.at = at;
	return undefined;
}

function parseCall(cursor: Cursor, callee: Expression): Expression | undefined {
	const { at } = cursor;
	if (!cursor.take("(")) return undefined;
	const args = parseList(cursor, ")", parseExpression);
	if (args === undefined) {
		cursor.at = at;
		return undefined;
	}
	return { type: "call", callee, args, span: { start: callee.span.start, end: cursor.at } };
}

function parseAtom(cursor: Cursor): Expression | undefined {
	const atom =
		readLinkLiteral(cursor) ??
		parseNot(cursor) ??
		parseListLiteral(cursor) ??
		parseObject(cursor) ??
		parseLambda(cursor) ??
		parseBrackets(cursor, parseExpression) ??
		readPlainLiteral(cursor) ??
		readWordLiteral(cursor) ??
		readTimeLiteral(cursor) ??
		parseVariable(cursor);
	if (atom === undefined) cursor.expect("a value");
	return atom;
}

function parseNot(cursor: Cursor): Expression | undefined {
	const start = cursor.at;
	if (!cursor.take("!")) return undefined;
	const operand = cursor.depth < DEEPEST ? parseNested(cursor, parsePostfix) : undefined;
	if (operand === undefined) {
		cursor.at = start;
		return undefined;
	}
	return { type: "not", operand, span: { start, end: cursor.at } };
}

function parseNested(
	cursor: Cursor,
	parse: (cursor: Cursor) => Expression | undefined,
): Expression | undefined {
	cursor.depth++;
	const found = parse(cursor);
	cursor.depth--;
	return found;
}

function parseListLiteral(cursor: Cursor): Expression | undefined {
	const start = cursor.at;
	if (!cursor.take("[")) return undefined;
	const items = parseList(cursor, "]", parseExpression);
	if (items === undefined) {
		cursor.at = start;
		return undefined;
	}
	return { type: "list", items, span: { start, end: cursor.at } };
}

function parseObject(cursor: Cursor): Expression | undefined {
	const start = cursor.at;
	if (!cursor.take("{")) return undefined;
	const entries = parseList(cursor, "}", parseEntry);
	if (entries === undefined) {
		cursor.at = start;
		return undefined;
	}
	return { type: "object", entries, span: { start, end: cursor.at } };
}

function parseEntry(cursor: Cursor): readonly [key: string, value: Expression] | undefined {
	const start = cursor.at;
	const key = readKey(cursor);
	if (key === undefined) {
		cursor.expect("a key");
		return undefined;
	}
	cursor.skipBlanks();
	const isKey = cursor.take(":");
	if (!isKey) cursor.expect('":"');
	cursor.skipBlanks();
	const value = isKey ? parseExpression(cursor) : undefined;
	if (value !== undefined) return [key, value];
	cursor.at = start;
	return undefined;
}

function parseLambda(cursor: Cursor): Expression | undefined {
	const start = cursor.at;
	if (!cursor.take("(")) return undefined;
	const parameters = parseList(cursor, ")", readName, true);
	cursor.skipBlanks();
	if (parameters !== undefined && cursor.take("=>")) {
		cursor.skipBlanks();
		const body = parseExpression(cursor);
		if (body !== undefined) {
			return { type: "lambda", parameters, body, span: { start, end: cursor.at } };
		}
	}
	cursor.at = start;
	return undefined;
}

function parseVariable(cursor: Cursor): Expression | undefined {
	const start = cursor.at;
	const name = readName(cursor);
	if (name === undefined) return undefined;
	if (!KEYWORDS.has(name.toUpperCase())) {
		return { type: "variable", name, span: { start, end: cursor.at } };
	}
	cursor.at = start;
	return undefined;
}

import type { Span } from "../../text/span";
import { DEEPEST } from "../syntax/parse-logic";
import type { TokenCursor } from "../syntax/token-cursor";
import type { EqlCall, EqlValue } from "./eql-value";
import { readEqlName, readEqlString } from "./read-eql-text";
import type { EqlToken } from "./scan-eql";

/** Walks over EQL's tokens. */
export type EqlCursor = TokenCursor<EqlToken>;

const POWERS: ReadonlyMap<string, number> = new Map([
	["+", 1],
	["-", 1],
	["*", 2],
	["/", 2],
	["%", 2],
]);
/** Binds tighter than all arithmetic: a single literal, field or call. */
export const PRIMARY = 3;
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
	["true", true],
	["false", false],
	["null", null],
]);

const KEYWORDS = new Set(["and", "or", "not", "in", "in~", "like", "like~", "regex", "regex~"]);
/** Of the functions of Elasticsearch's EQL reference (8.x) and of the Python `eql` package. */
const FUNCTIONS = new Set(
	(
		"add arraycontains arraycount arraysearch between cidrmatch concat divide endswith indexof length match matchlite modulo multiply " +
		"number safe startswith string stringcontains substring subtract wildcard"
	).split(" "),
);

/** Reads an operand that the grammar of values does not have: the condition that `arraySearch` takes. */
export type OperandReader = (cursor: EqlCursor, depth: number) => EqlValue;

/** Reads a value: a literal, a field, a call, or arithmetic over these; `power` is what its operators have to bind at least. */
export function parseEqlValue(
	cursor: EqlCursor,
	parseInner: OperandReader,
	depth: number,
	power = 1,
): EqlValue {
	if (depth > DEEPEST) return giveUp(cursor);
	let left = parseSigned(cursor, parseInner, depth);
	for (;;) {
		const own = POWERS.get(cursor.peek()?.text ?? "");
		if (own === undefined || own < power) return left;
		const operators: string[] = [];
		const operands = [left];
		while (POWERS.get(cursor.peek()?.text ?? "") === own) {
			operators.push(cursor.take()?.text ?? "");
			operands.push(parseEqlValue(cursor, parseInner, depth + 1, own + 1));
		}
		const span = { start: left.span.start, end: cursor.lastEnd };
		left = { kind: "operation", operators, operands, span };
	}
}

function parseSigned(cursor: EqlCursor, parseInner: OperandReader, depth: number): EqlValue {
	const sign = cursor.peek()?.text;
	if (sign !== "-" && sign !== "+") return parsePrimary(cursor, parseInner, depth);
	const start = cursor.offset;
	let isNegative = false;
	while (cursor.is("-") || cursor.is("+"))
		isNegative = (cursor.take()?.text === "-") !== isNegative;
	const value = parsePrimary(cursor, parseInner, depth);
	const span = { start, end: Math.max(start, cursor.lastEnd) };
	if (value.kind === "literal" && typeof value.value === "number")
		return { kind: "literal", value: isNegative ? -value.value : value.value, span };
	if (!isNegative) return { ...value, span };
	const zero: EqlValue = { kind: "literal", value: 0, span: { start, end: start } };
	return { kind: "operation", operators: ["-"], operands: [zero, value], span };
}

function parsePrimary(cursor: EqlCursor, parseInner: OperandReader, depth: number): EqlValue {
	const token = cursor.peek();
	if (token?.text === "(") {
		cursor.take();
		const inner = parseEqlValue(cursor, parseInner, depth + 1);
		cursor.expect(")");
		return { ...inner, span: { start: token.start, end: cursor.lastEnd } };
	}
	const isAtom = token !== undefined && token.kind !== "sign" && !KEYWORDS.has(token.text);
	let value = isAtom ? readAtom(cursor, token) : refuse(cursor);
	if (value.kind === "field" && token?.kind === "word" && cursor.is("("))
		value = parseCall(cursor, token, [], parseInner, depth);
	// The older EQL also calls a function behind its first parameter: `name:length()`.
	for (let method = cursor.peek(1); isMethod(cursor, method); method = cursor.peek(1)) {
		cursor.take();
		cursor.take();
		value = parseCall(cursor, method, [value], parseInner, depth);
	}
	return value;
}

function isMethod(cursor: EqlCursor, token: EqlToken | undefined): token is EqlToken {
	return token?.kind === "word" && cursor.is(":") && cursor.is("(", 2);
}

function readAtom(cursor: EqlCursor, token: EqlToken): EqlValue {
	cursor.take();
	const { kind, text } = token;
	if (kind === "string") {
		if (!isClosed(text)) cursor.fail("the string is never closed", spanOf(token));
		return { kind: "literal", value: readEqlString(text), span: token };
	}
	if (kind === "number") return { kind: "literal", value: readNumber(text), span: token };
	const constant = CONSTANTS.get(text);
	if (constant !== undefined) return { kind: "literal", value: constant, span: token };
	return { kind: "field", name: readEqlName(text), span: token };
}

function isClosed(text: string): boolean {
	const quote = text.charAt(text.startsWith("?") ? 1 : 0);
	return text.length > (text.startsWith("?") ? 2 : 1) && text.endsWith(quote);
}

function spanOf({ start, end }: Span): Span {
	return { start, end };
}

/** Digits that a number cannot hold exactly stay text. */
function readNumber(text: string): number | string {
	const value = Number(text);
	return Number.isFinite(value) && (Number.isSafeInteger(value) || !/^\d+$/.test(text))
		? value
		: text;
}

function parseCall(
	cursor: EqlCursor,
	name: EqlToken,
	before: readonly EqlValue[],
	parseInner: OperandReader,
	depth: number,
): EqlCall & EqlValue {
	const folds = name.text.endsWith("~");
	const written = folds ? name.text.slice(0, -1) : name.text;
	// Elastic Defend marks the functions that only it has: `_arraysearch`.
	const lower = written.replace(/^_/, "").toLowerCase();
	if (!FUNCTIONS.has(lower)) {
		const message = `the function \u201C${written}\u201D is not known`;
		cursor.report("query-undefined", "info", message, spanOf(name));
	}
	const takesCondition = lower === "arraysearch" || lower === "arraycount";
	cursor.expect("(");
	const parameters = [...before];
	while (!cursor.isAtEnd && !cursor.is(")")) {
		const isCondition = takesCondition && parameters.length === 2;
		const parameter = isCondition
			? parseInner(cursor, depth + 1)
			: parseEqlValue(cursor, parseInner, depth + 1);
		parameters.push(parameter);
		if (!cursor.eat(",")) break;
	}
	cursor.expect(")");
	const span = { start: before[0]?.span.start ?? name.start, end: cursor.lastEnd };
	return { kind: "call", name: lower, written, folds, parameters, span };
}

/** Reports what no value can start with. A bracket that closes and a `|` stay for what they end. */
function refuse(cursor: EqlCursor): EqlValue {
	const token = cursor.peek();
	const start = cursor.offset;
	const found = token === undefined ? "the end" : `\u201C${token.text}\u201D`;
	cursor.fail(`expected a value, found ${found}`);
	if (token !== undefined && !/^(?:[)\]|,]|and|or)$/.test(token.text)) cursor.skip();
	return { kind: "unknown", span: { start, end: Math.max(start, cursor.lastEnd) } };
}

function giveUp(cursor: EqlCursor): EqlValue {
	const start = cursor.offset;
	cursor.report("query-too-deep", "error", `values are nested more than ${DEEPEST} deep`);
	cursor.skipUntil(() => false);
	return { kind: "unknown", span: { start, end: Math.max(start, cursor.lastEnd) } };
}

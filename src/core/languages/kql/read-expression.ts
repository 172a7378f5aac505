import type { KqlExpression } from "./kql-tree";
import type { KqlReader } from "./kql-reader";
import { readOperand } from "./read-operand";

/** How an operator reads what follows it. */
type Shape = "and" | "or" | "comparison" | "listed" | "between" | "arithmetic";

interface Operator {
	readonly shape: Shape;
	/** Of two operators the one with the higher power binds tighter. */
	readonly power: number;
}

/** Source: the grammar of the Kusto query language (Kusto.g4): string operators bind tighter than arithmetic. */
const OPERATORS = buildOperators();

/** Reads an expression; what cannot be read becomes `broken` and is reported. */
export function readExpression(reader: KqlReader): KqlExpression {
	return readBinary(reader, 0);
}

function buildOperators(): ReadonlyMap<string, Operator> {
	const operators = new Map<string, Operator>();
	const add = (words: string, shape: Shape, power: number): void => {
		for (const word of words.split(" ")) operators.set(word, { shape, power });
	};
	add("or", "or", 1);
	add("and", "and", 2);
	add("== != <> =", "comparison", 3);
	add("in in~ !in !in~ has_any !has_any has_all !has_all", "listed", 3);
	add("between !between", "between", 3);
	add("< > <= >=", "comparison", 4);
	add("+ -", "arithmetic", 5);
	add("* / %", "arithmetic", 6);
	add("=~ !~ matches !matches : like !like notlike likecs notlikecs", "comparison", 7);
	add("notcontains containscs notcontainscs", "comparison", 7);
	for (const word of "has hasprefix hassuffix contains startswith endswith".split(" "))
		add(`${word} !${word} ${word}_cs !${word}_cs`, "comparison", 7);
	return operators;
}

function readBinary(reader: KqlReader, power: number): KqlExpression {
	const start = reader.cursor.offset;
	let left = readOperand(reader);
	// Comparisons do not chain, so an operator that binds as tightly as the last one ends the expression.
	let limit = Number.POSITIVE_INFINITY;
	for (;;) {
		const operator = operatorAt(reader);
		if (operator === undefined || operator.power < power || operator.power >= limit) return left;
		left = readBehind(reader, left, operator, start);
		limit = operator.power;
	}
}

function operatorAt(reader: KqlReader): Operator | undefined {
	const token = reader.cursor.peek();
	if (token === undefined || token.kind === "string" || token.kind === "number") return undefined;
	const { text } = token;
	if (text === ":" && !reader.isSearch) return undefined;
	const operator = OPERATORS.get(text);
	if (operator !== undefined || token.kind !== "word") return operator;
	const first = text.charCodeAt(text.charCodeAt(0) === 33 ? 1 : 0);
	return first >= 65 && first <= 90 && text.length < 16
		? OPERATORS.get(text.toLowerCase())
		: undefined;
}

function readBehind(
	reader: KqlReader,
	left: KqlExpression,
	{ shape, power }: Operator,
	start: number,
): KqlExpression {
	const { cursor } = reader;
	const operator = (cursor.peek()?.text ?? "").toLowerCase();
	switch (shape) {
		case "and":
		case "or":
		case "arithmetic": {
			const parts = [left];
			while (operatorAt(reader)?.power === power) {
				cursor.take();
				parts.push(readBinary(reader, power + 1));
			}
			return { kind: shape, parts, start, end: reader.endFrom(start) };
		}
		case "listed": {
			cursor.take();
			const items = readItems(reader, power);
			return { kind: shape, operator, left, items, start, end: reader.endFrom(start) };
		}
		case "between": {
			cursor.take();
			return readBetween(reader, left, operator.startsWith("!"), start);
		}
		case "comparison": {
			cursor.take();
			if (operator === "=")
				cursor.report("query-syntax", "warning", "read as \u201C==\u201D", reader.spanFrom(start));
			const written = operator.endsWith("matches") ? `${operator} regex` : operator;
			if (written !== operator && !cursor.eatWord("regex")) cursor.expect("regex");
			if (startsList(reader)) return readAlternatives(reader, left, written, start);
			const right = readBinary(reader, power + 1);
			return { kind: shape, operator: written, left, right, start, end: reader.endFrom(start) };
		}
	}
}

/** Whether several constants in brackets follow, where one value belongs. */
function startsList({ cursor }: KqlReader): boolean {
	return cursor.is("(") && cursor.is(",", 2) && cursor.peek(1)?.kind === "string";
}

/** `a =~ ("b", "c")`, which Kusto refuses. */
function readAlternatives(
	reader: KqlReader,
	left: KqlExpression,
	operator: string,
	start: number,
): KqlExpression {
	const items = reader.bracketed("(", ")", (item) => item.expression());
	const span = reader.spanFrom(start);
	reader.cursor.report("query-syntax", "warning", "a list, read as alternatives", span);
	const parts = items.map((right) => ({
		kind: "comparison" as const,
		operator,
		left,
		right,
		...span,
	}));
	return { kind: /^!|^not|^<>/.test(operator) ? "and" : "or", parts, ...span };
}

function readItems(reader: KqlReader, power: number): readonly KqlExpression[] {
	if (!reader.cursor.is("(")) return [readBinary(reader, power + 1)];
	return reader.bracketed("(", ")", (item) => item.query());
}

function readBetween(
	reader: KqlReader,
	left: KqlExpression,
	isNegated: boolean,
	start: number,
): KqlExpression {
	const { cursor } = reader;
	cursor.expect("(");
	const broken = reader.brokenHere();
	const [from, to] = reader.nested(readRange, [broken, broken]);
	cursor.expect(")");
	return { kind: "between", isNegated, left, from, to, start, end: reader.endFrom(start) };
}

/** `a .. b`. */
function readRange(reader: KqlReader): readonly [KqlExpression, KqlExpression] {
	const from = readExpression(reader);
	reader.cursor.expect("..");
	return [from, readExpression(reader)];
}

import type { Span } from "../../text/span";
import type { KqlExpression } from "./kql-tree";
import type { KqlReader } from "./kql-reader";
import { readArgumentValue, readOperand } from "./read-operand";

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
	let left = power <= 3 && startsNot(reader) ? readNot(reader, start) : readOperand(reader);
	if (power <= 3 && isAtStray(reader, left)) left = readStray(reader, left, start);
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

/** Whether `not` stands before a comparison without brackets, as in SQL. */
function startsNot({ cursor, isFilter }: KqlReader): boolean {
	return isFilter && cursor.isWord("not") && !cursor.is("(", 1);
}

function readNot(reader: KqlReader, start: number): KqlExpression {
	reader.fail("read as \u201Cnot(\u2026)\u201D");
	let isNegated = false;
	for (; startsNot(reader); reader.cursor.take()) isNegated = !isNegated;
	const value = readBinary(reader, 3);
	return isNegated ? negated(value, reader.spanFrom(start)) : value;
}

function negated(value: KqlExpression, span: Span): KqlExpression {
	const call = { kind: "call" as const, name: "not", arguments: [{ names: [], value }], ...span };
	return breakOff([value], span) ?? call;
}

/** Whether a word that is no operator follows a column in its line. */
function isAtStray(reader: KqlReader, { kind }: KqlExpression): boolean {
	if (!reader.isFilter || reader.cursor.peek()?.kind !== "word") return false;
	if (kind !== "name" && kind !== "path" && kind !== "call") return false;
	return operatorAt(reader) === undefined && !reader.isAtLineStart;
}

/** `A not in (…)`, and words that are misspelt operators: what they compare is not understood. */
function readStray(reader: KqlReader, left: KqlExpression, start: number): KqlExpression {
	const { cursor } = reader;
	const word = cursor.peek()?.text ?? "";
	const isNot = word.toLowerCase() === "not";
	const next = isNot ? cursor.peek(1)?.text.toLowerCase() : undefined;
	const operator = next && OPERATORS.has(`!${next}`) ? OPERATORS.get(next) : undefined;
	reader.fail(operator ? `read as \u201C!${next}\u201D` : `\u201C${word}\u201D is no operator`);
	cursor.take();
	if (operator !== undefined)
		return negated(readBehind(reader, left, operator, start), reader.spanFrom(start));
	if (!reader.isAtStageEnd && !reader.isAtLineStart && operatorAt(reader) === undefined)
		readOperand(reader);
	return { kind: "broken", reason: "an unknown operator", ...reader.spanFrom(start) };
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
			const span = reader.spanFrom(start);
			if (shape === "arithmetic") return breakOff(parts, span) ?? { kind: shape, parts, ...span };
			return { kind: shape, parts, ...span };
		}
		case "listed": {
			cursor.take();
			const all = readItems(reader, power);
			const span = reader.spanFrom(start);
			const items = all.filter(({ kind }) => kind !== "broken");
			const missing = breakOff(items.length === 0 ? [left, ...all] : [left], span);
			return missing ?? { kind: shape, operator, left, items, ...span };
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
			const span = reader.spanFrom(start);
			return (
				breakOff([left, right], span) ?? { kind: shape, operator: written, left, right, ...span }
			);
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
	return reader.bracketed("(", ")", readArgumentValue);
}

/** Text that breaks off, `a ==` or `f(a, `, says nothing as a whole. */
function breakOff(parts: readonly KqlExpression[], span: Span): KqlExpression | undefined {
	const broken = parts.find(({ kind }) => kind === "broken");
	return broken && { ...broken, ...span };
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
	const span = reader.spanFrom(start);
	return (
		breakOff([left, from, to], span) ?? { kind: "between", isNegated, left, from, to, ...span }
	);
}

/** `a .. b`. */
function readRange(reader: KqlReader): readonly [KqlExpression, KqlExpression] {
	const from = readExpression(reader);
	reader.cursor.expect("..");
	return [from, readExpression(reader)];
}

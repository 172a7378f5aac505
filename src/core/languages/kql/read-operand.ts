import type { KqlExpression, KqlNamed, KqlPathStep } from "./kql-tree";
import { isBent } from "../syntax/bent-quotes";
import { decodeKqlBoolean, decodeKqlNumber, decodeKqlString } from "./kql-literals";
import type { KqlReader } from "./kql-reader";
import { readName } from "./read-schema";
import { readSpecialCall } from "./read-special-calls";

const NAMELESS: readonly string[] = [];

/** Reads what stands between operators: a constant, a column path, a call or a group in brackets, with its sign. */
export function readOperand(reader: KqlReader): KqlExpression {
	const { cursor } = reader;
	const first = cursor.peek()?.text;
	if (first !== "-" && first !== "+") return readPostfix(reader);
	const start = cursor.offset;
	let sign = "";
	while (cursor.is("-") || cursor.is("+")) sign = cursor.take()?.text ?? "";
	const operand = readPostfix(reader);
	if (operand.kind === "literal" && sign === "-") {
		const { value } = operand;
		if (typeof value === "number") return { ...operand, value: -value, start };
		if (typeof value === "string") return { ...operand, value: `-${value}`, start };
	}
	const span = reader.spanFrom(start);
	if (operand.kind === "broken") return { ...operand, ...span };
	return { kind: "arithmetic", parts: [operand], ...span };
}

/** Reads an operand with the path behind it. */
export function readPostfix(reader: KqlReader): KqlExpression {
	const { cursor } = reader;
	const start = cursor.offset;
	const base = readPrimary(reader);
	if (base.kind === "literal" || base.kind === "broken" || (!cursor.is(".") && !cursor.is("[")))
		return base;
	const steps: KqlPathStep[] = [];
	for (;;) {
		if (cursor.is("[")) steps.push(readIndex(reader));
		else if (cursor.eat(".")) {
			const step = readProperty(reader);
			if (step === undefined) break;
			steps.push(step);
		} else break;
	}
	return steps.length === 0
		? base
		: { kind: "path", base, steps, start, end: reader.endFrom(start) };
}

/** Reads a column: an expression that may have a name. */
export function readNamed(reader: KqlReader): KqlNamed {
	const names = readNames(reader);
	return { names, value: reader.expression() };
}

/** An argument may also be a query. */
function readArgument(reader: KqlReader): KqlNamed {
	const names = readNames(reader);
	return { names, value: readArgumentValue(reader) };
}

/** Reads an argument or an item of a list, which may be a query of its own; behind a pipe both are missing. */
export function readArgumentValue(reader: KqlReader): KqlExpression {
	return reader.cursor.is("|") ? reader.expression() : reader.query();
}

/** Reads the names before an equals sign, `a =` or `(a, b) =`; none where there are none. */
function readNames(reader: KqlReader): readonly string[] {
	const { cursor } = reader;
	let ahead = 1;
	const first = cursor.peek()?.text;
	if (first === "[") ahead = 3;
	else if (first === "(")
		while (
			cursor.peek(ahead)?.kind === "word" &&
			(cursor.is(",", ahead + 1) || cursor.is(")", ahead + 1))
		)
			ahead += 2;
	if (!cursor.is("=", ahead)) return NAMELESS;
	const names = cursor.is("(") ? reader.bracketed("(", ")", readName) : [readName(reader)];
	cursor.eat("=");
	return names.every((name) => name !== undefined)
		? names
		: names.filter((name) => name !== undefined);
}

function readPrimary(reader: KqlReader): KqlExpression {
	const { cursor } = reader;
	const token = cursor.peek();
	switch (token?.kind) {
		case "string":
			return readString(reader);
		case "number":
			cursor.take();
			return {
				kind: "literal",
				value: decodeKqlNumber(token.text),
				start: token.start,
				end: token.end,
			};
		case "word":
			return readWord(reader, token.text);
		default:
			return readBracket(reader, token?.text);
	}
}

/** Strings that stand side by side are one. */
function readString(reader: KqlReader): KqlExpression {
	const { cursor } = reader;
	const start = cursor.offset;
	let value: string | undefined = "";
	for (let next = cursor.peek(); next?.kind === "string"; next = cursor.peek()) {
		const part = decodeKqlString(next.text);
		if (part === undefined) reader.fail("this text has no closing quotation mark");
		else if (isBent(next.text.charCodeAt(0)))
			reader.fail("bent quotation marks, read as straight ones");
		value = part === undefined || value === undefined ? undefined : value + part;
		cursor.take();
	}
	const span = reader.spanFrom(start);
	if (value === undefined) return { kind: "broken", reason: "a text without an end", ...span };
	return { kind: "literal", value, ...span };
}

function readWord(reader: KqlReader, name: string): KqlExpression {
	const { cursor } = reader;
	const start = cursor.offset;
	if (/^(?:and|or)$/i.test(name)) return readMissing(reader, name);
	cursor.take();
	if (cursor.is("(")) {
		const special = readSpecialCall(reader, name, start);
		if (special !== undefined) return special;
		cursor.take();
		const broken = [{ names: [], value: reader.brokenHere() }];
		const values = reader.nested((inner) => inner.list(")", readArgument), broken);
		const span = reader.spanFrom(start);
		const missing = values.find(({ value }) => value.kind === "broken")?.value;
		return missing ? { ...missing, ...span } : { kind: "call", name, arguments: values, ...span };
	}
	const value = decodeKqlBoolean(name);
	if (value !== undefined) return { kind: "literal", value, start, end: reader.endFrom(start) };
	return { kind: "name", name, start, end: reader.endFrom(start) };
}

function readBracket(reader: KqlReader, text: string | undefined): KqlExpression {
	const { cursor } = reader;
	const start = cursor.offset;
	if (text === "*") {
		cursor.take();
		return { kind: "star", start, end: reader.endFrom(start) };
	}
	if (text === "(") {
		cursor.take();
		const broken = reader.brokenHere();
		return reader.nested((inner) => {
			const group = inner.query();
			inner.close(")");
			return group.kind === "subquery" ? group : { ...group, start, end: reader.endFrom(start) };
		}, broken);
	}
	if (text === "[") {
		const name = readName(reader);
		if (name !== undefined) return { kind: "name", name, start, end: reader.endFrom(start) };
	}
	const parameter = cursor.peek(1);
	if (text === "{" && parameter?.kind === "word" && cursor.is("}", 2)) {
		for (let count = 0; count < 3; count++) cursor.take();
		return { kind: "name", name: `{${parameter.text}}`, start, end: reader.endFrom(start) };
	}
	return readMissing(reader, text);
}

function readMissing(reader: KqlReader, text: string | undefined): KqlExpression {
	const found = text === undefined ? "the end" : `\u201C${text}\u201D`;
	reader.fail(`expected a value or a column, found ${found}`);
	return reader.brokenHere("a value or a column is missing");
}

function readIndex(reader: KqlReader): KqlExpression {
	const { cursor } = reader;
	cursor.take();
	const index = reader.nested((inner) => inner.expression(), reader.brokenHere());
	reader.close("]");
	return index;
}

/** Reads what follows a dot: a name, a method, or an index in brackets, which the caller reads. */
function readProperty(reader: KqlReader): KqlPathStep | undefined {
	const { cursor } = reader;
	const token = cursor.peek();
	if (cursor.is("[")) return readIndex(reader);
	if (token?.kind !== "word" && token?.kind !== "number") {
		reader.fail("expected a name behind the dot");
		return undefined;
	}
	if (cursor.is("(", 1)) return readWord(reader, token.text);
	cursor.take();
	return token.text;
}

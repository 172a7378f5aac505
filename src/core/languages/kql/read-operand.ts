import type { KqlExpression, KqlNamed, KqlPathStep } from "./kql-tree";
import { decodeKqlNumber, decodeKqlString } from "./kql-literals";
import type { KqlReader } from "./kql-reader";
import { readName } from "./read-schema";
import { readSpecialCall } from "./read-special-calls";

/** Reads what stands between operators: a constant, a column path, a call or a group in brackets, with its sign. */
export function readOperand(reader: KqlReader): KqlExpression {
	const { cursor } = reader;
	const start = cursor.offset;
	let sign = "";
	while (cursor.is("-") || cursor.is("+")) sign = cursor.take()?.text ?? "";
	const operand = readPostfix(reader);
	if (sign === "") return operand;
	if (operand.kind === "literal" && sign === "-") {
		const { value } = operand;
		if (typeof value === "number") return { ...operand, value: -value, start };
		if (typeof value === "string") return { ...operand, value: `-${value}`, start };
	}
	return { kind: "arithmetic", parts: [operand], ...reader.spanFrom(start) };
}

/** Reads an operand with the path behind it. */
export function readPostfix(reader: KqlReader): KqlExpression {
	const { cursor } = reader;
	const start = cursor.offset;
	const base = readPrimary(reader);
	if (!cursor.is(".") && !cursor.is("[")) return base;
	const steps: KqlPathStep[] = [];
	for (;;) {
		if (cursor.is("[")) steps.push(readIndex(reader));
		else if (cursor.eat(".")) {
			const step = readProperty(reader);
			if (step === undefined) break;
			steps.push(step);
		} else break;
	}
	return steps.length === 0 ? base : { kind: "path", base, steps, ...reader.spanFrom(start) };
}

/** Reads a column: an expression that may have a name. */
export function readNamed(reader: KqlReader): KqlNamed {
	const names = readNames(reader);
	return { names, value: reader.expression() };
}

/** An argument may also be a query. */
function readArgument(reader: KqlReader): KqlNamed {
	const names = readNames(reader);
	return { names, value: reader.query() };
}

/** Reads the names before an equals sign, `a =` or `(a, b) =`; none where there are none. */
function readNames(reader: KqlReader): readonly string[] {
	const { cursor } = reader;
	let ahead = 1;
	if (cursor.is("[")) ahead = 3;
	else if (cursor.is("("))
		while (
			cursor.peek(ahead)?.kind === "word" &&
			(cursor.is(",", ahead + 1) || cursor.is(")", ahead + 1))
		)
			ahead += 2;
	if (!cursor.is("=", ahead)) return [];
	const names = cursor.is("(") ? reader.bracketed("(", ")", readName) : [readName(reader)];
	cursor.eat("=");
	return names.filter((name) => name !== undefined);
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
	let value = "";
	for (let token = cursor.peek(); token?.kind === "string"; token = cursor.peek()) {
		value += decodeKqlString(token.text);
		cursor.take();
	}
	return { kind: "literal", value, ...reader.spanFrom(start) };
}

function readWord(reader: KqlReader, name: string): KqlExpression {
	const { cursor } = reader;
	const start = cursor.offset;
	cursor.take();
	if (cursor.is("(")) {
		const special = readSpecialCall(reader, name, start);
		if (special !== undefined) return special;
		cursor.take();
		const broken = [{ names: [], value: reader.brokenHere() }];
		const values = reader.nested((inner) => inner.list(")", readArgument), broken);
		return { kind: "call", name, arguments: values, ...reader.spanFrom(start) };
	}
	if (name === "true" || name === "false")
		return { kind: "literal", value: name === "true", ...reader.spanFrom(start) };
	return { kind: "name", name, ...reader.spanFrom(start) };
}

function readBracket(reader: KqlReader, text: string | undefined): KqlExpression {
	const { cursor } = reader;
	const start = cursor.offset;
	if (text === "*") {
		cursor.take();
		return { kind: "star", ...reader.spanFrom(start) };
	}
	if (text === "(") {
		cursor.take();
		const broken = reader.brokenHere();
		return reader.nested((inner) => {
			const group = inner.query();
			inner.close(")");
			return group.kind === "subquery" ? group : { ...group, ...reader.spanFrom(start) };
		}, broken);
	}
	if (text === "[") {
		const name = readName(reader);
		if (name !== undefined) return { kind: "name", name, ...reader.spanFrom(start) };
	}
	const parameter = cursor.peek(1);
	if (text === "{" && parameter?.kind === "word" && cursor.is("}", 2)) {
		for (let count = 0; count < 3; count++) cursor.take();
		return { kind: "name", name: `{${parameter.text}}`, ...reader.spanFrom(start) };
	}
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

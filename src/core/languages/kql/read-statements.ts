import type { KqlExpression, KqlPatternCase, KqlPipeline, KqlStatement } from "./kql-tree";
import type { KqlReader } from "./kql-reader";
import type { KqlToken } from "./scan-kql";
import { readColumn, readName, readSchema } from "./read-schema";
import { readTable } from "./read-stage-parts";

/** Reads statements, which semicolons or empty lines part, to the end of the text or to a closing bracket. */
export function readStatements(reader: KqlReader, close?: string): readonly KqlStatement[] {
	const { cursor } = reader;
	const statements: KqlStatement[] = [];
	for (let next = cursor.peek(); next !== undefined && next.text !== close; next = cursor.peek()) {
		if (cursor.eat(";")) continue;
		const before = cursor.index;
		statements.push(readStatement(reader));
		const { text, kind } = cursor.peek() ?? { text: ";" };
		if (text === ";" || text === close) continue;
		const hasMoved = cursor.index > before;
		if (hasMoved && reader.isAfterBlankLine) continue;
		if (hasMoved && reader.isAtLineStart && kind === "word")
			cursor.report("query-syntax", "warning", "a semicolon is missing before this line");
		else statements.push(skipStatement(reader, "query-syntax", "unexpected text"));
	}
	return statements;
}

function readStatement(reader: KqlReader): KqlStatement {
	const { cursor } = reader;
	const second = cursor.peek(1);
	const isKeyword = second?.kind === "word" || (second?.text === "[" && cursor.is("let"));
	if (isKeyword)
		switch (cursor.peek()?.text) {
			case "let":
				return readLet(reader);
			case "set":
				return readSetting(reader);
			case "declare":
				if (cursor.isWord("query_parameters", 1)) return readParameters(reader);
				if (cursor.isWord("pattern", 1)) return readPattern(reader);
				return skipStatement(reader, "query-opaque", "an unknown statement");
			case "alias":
				return readAlias(reader);
			case "restrict":
				return readRestriction(reader);
			default:
		}
	if (cursor.is(".") || cursor.is("#"))
		return skipStatement(reader, "query-opaque", "a management command");
	return { kind: "query", pipeline: readPipeline(reader) };
}

/** `set option = value`. */
function readSetting(reader: KqlReader): KqlStatement {
	const { cursor } = reader;
	cursor.take();
	readName(reader);
	if (cursor.eat("=")) reader.expression();
	return { kind: "setting" };
}

/** `alias database name = cluster("c").database("d")`. */
function readAlias(reader: KqlReader): KqlStatement {
	reader.cursor.take();
	return readSetting(reader);
}

/** `restrict access to (Table, database("d").*)`. */
function readRestriction(reader: KqlReader): KqlStatement {
	for (const word of ["restrict", "access", "to"]) reader.cursor.expect(word);
	reader.bracketed("(", ")", readTable);
	return { kind: "setting" };
}

/** `declare pattern name = (key: string)[path: string] { ("a").["b"] = { query }; … }`. */
function readPattern(reader: KqlReader): KqlStatement {
	const { cursor } = reader;
	cursor.take();
	cursor.take();
	const name = readName(reader) ?? "";
	const cases: KqlPatternCase[] = [];
	if (cursor.eat("=")) {
		readSchema(reader);
		if (cursor.is("[")) reader.bracketed("[", "]", readColumn);
		cursor.expect("{");
		reader.nested((inner) => {
			while (inner.cursor.is("(") || inner.cursor.is(";"))
				if (!inner.cursor.eat(";")) cases.push(readCase(inner));
		}, undefined);
		reader.close("}");
	}
	return { kind: "pattern", name, cases };
}

function readCase(reader: KqlReader): KqlPatternCase {
	const keys: KqlExpression[] = reader.bracketed("(", ")", (inner) => inner.expression());
	if (reader.cursor.eat("."))
		for (const path of reader.bracketed("[", "]", (inner) => inner.expression())) keys.push(path);
	reader.cursor.expect("=");
	return { keys, body: readBody(reader) };
}

function readLet(reader: KqlReader): KqlStatement {
	const { cursor } = reader;
	cursor.take();
	const name = readName(reader) ?? "";
	cursor.expect("=");
	cursor.eatWord("view");
	if (isFunction(reader)) return readFunction(reader, name);
	return { kind: "let", name, value: readPipeline(reader) };
}

/** Reads a query or an expression with all queries that stand in it. */
function readPipeline(reader: KqlReader): KqlPipeline {
	const outer = reader.subqueries;
	const subqueries: KqlPipeline[] = [];
	reader.subqueries = subqueries;
	const source = reader.query();
	reader.subqueries = outer;
	return { source, stages: [], subqueries, start: source.start, end: source.end };
}

/** Whether brackets with parameters and a body stand here, and no expression in brackets. */
function isFunction({ cursor }: KqlReader): boolean {
	if (!cursor.is("(")) return false;
	if (cursor.is(")", 1)) return cursor.is("{", 2);
	return cursor.is(":", 2) || (cursor.is("[", 1) && cursor.is(":", 4));
}

function readFunction(reader: KqlReader, name: string): KqlStatement {
	return { kind: "function", name, parameters: readSchema(reader), body: readBody(reader) };
}

function readBody(reader: KqlReader): readonly KqlStatement[] {
	reader.cursor.expect("{");
	const body = reader.nested((inner) => readStatements(inner, "}"), []);
	reader.close("}");
	return body;
}

function readParameters(reader: KqlReader): KqlStatement {
	reader.cursor.take();
	reader.cursor.take();
	return { kind: "parameters", parameters: readSchema(reader) };
}

function skipStatement(
	reader: KqlReader,
	code: "query-syntax" | "query-opaque",
	reason: string,
): KqlStatement {
	const { cursor } = reader;
	const start = cursor.offset;
	const found = cursor.peek()?.text.slice(0, 40) ?? "";
	const stops = (token?: KqlToken): boolean =>
		token?.text === ";" || (reader.isOutermost && reader.startsStatement);
	const severity = code === "query-opaque" ? "warning" : "error";
	cursor.report(code, severity, `${reason} at \u201C${found}\u201D`);
	const { isOutermost } = reader;
	do {
		cursor.skip();
		cursor.skipUntil(stops);
	} while (isOutermost && !cursor.isAtEnd && !stops(cursor.peek()));
	return { kind: "opaque", reason, start, end: reader.endFrom(start) };
}

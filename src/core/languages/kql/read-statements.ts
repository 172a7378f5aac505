import type { KqlPipeline, KqlStatement } from "./kql-tree";
import type { KqlReader } from "./kql-reader";
import type { KqlToken } from "./scan-kql";
import { readName, readSchema } from "./read-schema";

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
				return skipStatement(reader, "query-opaque", "an unknown statement");
			case "alias":
			case "restrict":
				return skipStatement(reader, "query-opaque", "an unknown statement");
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
	const parameters = readSchema(reader);
	reader.cursor.expect("{");
	const body = reader.nested((inner) => readStatements(inner, "}"), []);
	reader.close("}");
	return { kind: "function", name, parameters, body };
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
	return { kind: "opaque", reason, ...reader.spanFrom(start) };
}

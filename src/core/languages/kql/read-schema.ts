import type { KqlParameter } from "./kql-tree";
import { decodeKqlString } from "./kql-literals";
import type { KqlReader } from "./kql-reader";

/**
 * Reads `(name: type = value, …)`, from the opening bracket on: the columns of a table, or parameters. A type may be a schema of its own,
 * and `*` stands for any columns.
 */
export function readSchema(reader: KqlReader): readonly KqlParameter[] {
	return reader.bracketed("(", ")", readColumn);
}

/** Reads `name: type = value`. */
export function readColumn(reader: KqlReader): KqlParameter {
	const { cursor } = reader;
	const name = readName(reader) ?? (cursor.eat("*") ? "*" : undefined);
	if (name === undefined) reader.fail("expected a name");
	if (cursor.eat(":")) readType(reader);
	return { name: name ?? "", value: cursor.eat("=") ? reader.expression() : null };
}

/** Reads the name of a type, or the schema of a table. */
export function readType(reader: KqlReader): void {
	if (reader.cursor.is("(")) readSchema(reader);
	else if (readName(reader) === undefined) reader.fail("expected a type");
}

/** Reads a name: a word, a string, or a string in brackets; undefined where none stands there. */
export function readName({ cursor }: KqlReader): string | undefined {
	const isBracketed = cursor.is("[") && cursor.is("]", 2);
	const token = cursor.peek(isBracketed ? 1 : 0);
	if (token === undefined || token.kind === "symbol") return undefined;
	for (let count = isBracketed ? 3 : 1; count > 0; count--) cursor.take();
	return token.kind === "string" ? decodeKqlString(token.text) : token.text;
}

import type { KqlExpression, KqlNamed, KqlPipeline } from "./kql-tree";
import type { KqlReader } from "./kql-reader";
import { pipelineOf } from "./kql-reader";
import type { KqlToken } from "./scan-kql";
import { readNamed, readPostfix } from "./read-operand";

/**
 * Reads the options in front of a stage's content, `kind=inner hint.strategy=broadcast`: those with a name from the list, and hints.
 * Gives their values as written.
 */
export function readOptions(
	reader: KqlReader,
	names: readonly string[] = [],
): ReadonlyMap<string, string> {
	let options: Map<string, string> | undefined;
	const { cursor } = reader;
	for (;;) {
		const name = cursor.peek()?.text ?? "";
		const isHint = name === "hint" && cursor.is(".", 1) && cursor.is("=", 3);
		if (!isHint && !(names.includes(name) && cursor.is("=", 1))) return options ?? NO_OPTIONS;
		for (let count = isHint ? 4 : 2; count > 0; count--) cursor.take();
		options ??= new Map();
		options.set(isHint ? "hint" : name, cursor.take()?.text ?? "");
	}
}

const NO_OPTIONS: ReadonlyMap<string, string> = new Map();

/** Reads a table or a query in brackets, as a join and a union name them; `Device*` and `*` are names too. */
export function readTable(reader: KqlReader): KqlPipeline {
	const { cursor } = reader;
	const start = cursor.offset;
	const pattern = readPattern(reader);
	if (pattern !== undefined)
		return pipelineOf({ kind: "name", name: pattern, start, end: reader.endFrom(start) });
	return pipelineOf(readPostfix(reader));
}

/** Reads a condition in which a colon may compare. */
export function readSearched(reader: KqlReader): KqlExpression {
	const outer = reader.isSearch;
	reader.isSearch = true;
	const condition = reader.expression();
	reader.isSearch = outer;
	return condition;
}

/** Reads a name with wildcards in it, from tokens without white space between them; undefined where there is none. */
function readPattern(reader: KqlReader): string | undefined {
	const { cursor } = reader;
	let length = 0;
	let hasWildcard = false;
	for (let end = cursor.offset; ; length++) {
		const token = cursor.peek(length);
		if (token?.start !== end || !isPatternPart(token)) break;
		hasWildcard ||= token.text === "*";
		({ end } = token);
	}
	if (!hasWildcard) return undefined;
	const { start, end } = take(reader, length);
	return cursor.text.slice(start, end);
}

/** Reads a column or a pattern of columns. */
export function readColumnPattern(reader: KqlReader): KqlExpression {
	const start = reader.cursor.offset;
	const pattern = readPattern(reader);
	if (pattern === undefined) return readPostfix(reader);
	return { kind: "name", name: pattern, start, end: reader.endFrom(start) };
}

/** Reads columns, each perhaps with a name; none where the list is empty. */
export function readColumns(reader: KqlReader): readonly KqlNamed[] {
	return reader.isAtStageEnd || reader.cursor.isWord("by") ? [] : reader.items(readNamed);
}

/** Reads `by` and what rows are grouped by, where it stands there. */
export function readBy(reader: KqlReader): readonly KqlNamed[] {
	return reader.cursor.eatWord("by") ? reader.items(readNamed) : [];
}

/** Reads a list of columns to expand, each perhaps with its type, `a = b to typeof(c)`, with the options around it. */
export function readExpanded(reader: KqlReader): readonly KqlNamed[] {
	const options = readOptions(reader, ["bagexpansion", "kind", "with_itemindex", "id"]);
	const columns = reader.items((item) => {
		const column = readNamed(item);
		if (item.cursor.eatWord("to")) item.expression();
		return column;
	});
	if (reader.cursor.eatWord("limit")) reader.expression();
	const index = options.get("with_itemindex");
	if (index !== undefined) columns.push({ names: [index], value: reader.brokenHere() });
	return columns;
}

/** Reads how rows are sorted by what was read: `desc nulls last`. */
export function readDirection(reader: KqlReader): void {
	const { cursor } = reader;
	if (cursor.isWord("asc") || cursor.isWord("desc")) cursor.take();
	if (!cursor.isWord("nulls")) return;
	cursor.take();
	if (!cursor.eatWord("first")) cursor.expect("last");
}

function isPatternPart({ kind, text }: KqlToken): boolean {
	return kind === "word" || kind === "number" || text === "*";
}

function take(reader: KqlReader, count: number): { start: number; end: number } {
	const start = reader.cursor.offset;
	for (let taken = 0; taken < count; taken++) reader.cursor.take();
	return reader.spanFrom(start);
}

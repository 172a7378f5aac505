import type { QueryError } from "../outcome";
import type { Expression, Header, NamedExpression, Operation, Query, SortKey } from "./ast";
import { Cursor } from "./cursor";
import { parseExpression } from "./parse-expression";
import { parseSource } from "./parse-source";
import { readKey } from "./read-name";

/** A query, or why a text is none. */
export type ParsedQuery =
	{ readonly ok: true; readonly query: Query } | { readonly ok: false; readonly error: QueryError };

/** An expression, or why a text is none. */
export type ParsedExpression =
	| { readonly ok: true; readonly expression: Expression }
	| { readonly ok: false; readonly error: QueryError };

const EXPLAIN = /EXPLAIN/iy;
const TYPE = /TABLE|LIST|TASK|CALENDAR/iy;
const WITHOUT_ID = /WITHOUT\s+ID/iy;
const AS = /AS/iy;
const DIRECTION = /ASCENDING|DESCENDING|ASC|DESC/iy;
const FROM = /FROM/iy;

/** Words that start a query, and those that start a clause, for what a misspelt one may mean. */
const TYPES = ["TABLE", "LIST", "TASK", "CALENDAR"];
const CLAUSE_WORDS = ["FROM", "WHERE", "SORT", "GROUP BY", "FLATTEN", "LIMIT", "WITHOUT ID"];

/** Reads a whole query (Dataview 0.5.70's grammar, and `EXPLAIN` before it). Never throws: an error says where, and what could have stood there. */
export function parseQuery(text: string): ParsedQuery {
	const cursor = new Cursor(text);
	cursor.skipBlanksAndComments();
	const isExplained = parseExplain(cursor);
	const header = parseHeader(cursor, isExplained);
	if (header === undefined) return { ok: false, error: cursor.error() };
	cursor.skipBlanksAndComments();
	const source = parseFrom(cursor) ?? null;
	const operations: Operation[] = [];
	for (;;) {
		cursor.skipBlanksAndComments();
		if (cursor.isAtEnd) return { ok: true, query: { isExplained, header, source, operations } };
		const operation = parseOperation(cursor, source === null && operations.length === 0);
		if (operation === undefined) return { ok: false, error: cursor.error() };
		operations.push(operation);
	}
}

/** Reads a text that is one expression from end to end, as inline queries hold. */
export function parseWholeExpression(text: string): ParsedExpression {
	const cursor = new Cursor(text);
	cursor.skipBlanks();
	const expression = parseExpression(cursor);
	cursor.skipBlanks();
	if (expression !== undefined && cursor.isAtEnd) return { ok: true, expression };
	cursor.expect("an operator");
	return { ok: false, error: cursor.error() };
}

function parseExplain(cursor: Cursor): boolean {
	const start = cursor.at;
	if (cursor.match(EXPLAIN) === undefined) return false;
	const end = cursor.at;
	cursor.skipBlanksAndComments();
	if (cursor.at > end) return true;
	cursor.at = start;
	return false;
}

function parseHeader(cursor: Cursor, isExplained: boolean): Header | undefined {
	const type = cursor.match(TYPE)?.toLowerCase();
	if (type === undefined) {
		cursor.expect("TABLE, LIST, TASK or CALENDAR", isExplained ? TYPES : [...TYPES, "EXPLAIN"]);
		return undefined;
	}
	if (type === "task") return { type };
	const hasBlank = cursor.skipBlanks();
	if (!hasBlank && !cursor.isAtEnd) {
		cursor.expect("a blank");
		return undefined;
	}
	if (type === "calendar") {
		const date = parseNamed(cursor);
		return date === undefined ? undefined : { type, date };
	}
	const withId = cursor.match(WITHOUT_ID) === undefined;
	if (!withId) cursor.skipBlanks();
	if (type === "list") return { type, value: parseExpression(cursor) ?? null, withId };
	return { type: "table", columns: parseColumns(cursor), withId };
}

function parseColumns(cursor: Cursor): NamedExpression[] {
	const columns: NamedExpression[] = [];
	let end = cursor.at;
	for (let column = parseNamed(cursor); column !== undefined; column = parseNamed(cursor)) {
		columns.push(column);
		end = cursor.at;
		cursor.skipBlanks();
		if (!cursor.take(",")) {
			cursor.expect('","');
			break;
		}
		cursor.skipBlanks();
	}
	cursor.at = end;
	return columns;
}

/** An expression with the name behind `AS`; without one its own text is the name. */
export function parseNamed(cursor: Cursor): NamedExpression | undefined {
	const start = cursor.at;
	const expression = parseExpression(cursor);
	if (expression === undefined) return undefined;
	const end = cursor.at;
	if (cursor.skipBlanks() && cursor.match(AS) !== undefined) {
		const name = cursor.skipBlanks() ? readKey(cursor) : undefined;
		if (name !== undefined) return { name, expression, span: { start, end: cursor.at } };
		cursor.expect("a name behind AS");
	} else cursor.expect("AS");
	cursor.at = end;
	const lines = cursor.text.slice(start, end).split(/[\r\n]+/);
	return { name: lines.map((line) => line.trim()).join(""), expression, span: { start, end } };
}

function parseFrom(cursor: Cursor): Query["source"] | undefined {
	const start = cursor.at;
	if (cursor.match(FROM) === undefined) return undefined;
	const source = skipBlanksBehindWord(cursor, start) ? parseSource(cursor) : undefined;
	if (source === undefined) cursor.at = start;
	return source;
}

function parseOperation(cursor: Cursor, canBeFrom: boolean): Operation | undefined {
	const start = cursor.at;
	for (const [word, parse] of CLAUSES) {
		cursor.at = start;
		if (cursor.match(word) === undefined) continue;
		const operation = skipBlanksBehindWord(cursor, start) ? parse(cursor, start) : undefined;
		if (operation !== undefined) return operation;
	}
	cursor.at = start;
	cursor.expect(`${canBeFrom ? "FROM, " : ""}WHERE, SORT, GROUP BY, FLATTEN, LIMIT`, CLAUSE_WORDS);
	return undefined;
}

/** A word that starts a clause has to end there. */
function skipBlanksBehindWord(cursor: Cursor, start: number): boolean {
	if (cursor.skipBlanks()) return true;
	const word = cursor.text.slice(start, cursor.at).toUpperCase();
	cursor.expect(cursor.isAtEnd ? `something behind ${word}` : "a blank");
	return false;
}

type ClauseParser = (cursor: Cursor, start: number) => Operation | undefined;

const CLAUSES: readonly (readonly [word: RegExp, parse: ClauseParser])[] = [
	[FROM, parseLateFrom],
	[/WHERE/iy, parseWhere],
	[/SORT/iy, parseSort],
	[/LIMIT/iy, parseLimit],
	[/GROUP BY/iy, parseGroup],
	[/FLATTEN/iy, parseFlatten],
];

function parseLateFrom(cursor: Cursor, start: number): Operation | undefined {
	const source = parseSource(cursor);
	return source && { type: "from", source, span: { start, end: cursor.at } };
}

function parseWhere(cursor: Cursor, start: number): Operation | undefined {
	const condition = parseExpression(cursor);
	return condition && { type: "where", condition, span: { start, end: cursor.at } };
}

function parseLimit(cursor: Cursor, start: number): Operation | undefined {
	const amount = parseExpression(cursor);
	return amount && { type: "limit", amount, span: { start, end: cursor.at } };
}

function parseGroup(cursor: Cursor, start: number): Operation | undefined {
	const by = parseNamed(cursor);
	return by && { type: "group", by, span: { start, end: cursor.at } };
}

function parseFlatten(cursor: Cursor, start: number): Operation | undefined {
	const by = parseNamed(cursor);
	return by && { type: "flatten", by, span: { start, end: cursor.at } };
}

function parseSort(cursor: Cursor, start: number): Operation | undefined {
	const keys: SortKey[] = [];
	let end = start;
	for (let key = parseSortKey(cursor); key !== undefined; key = parseSortKey(cursor)) {
		keys.push(key);
		end = cursor.at;
		cursor.skipBlanks();
		if (!cursor.take(",")) break;
		cursor.skipBlanks();
	}
	cursor.at = end;
	return keys.length === 0 ? undefined : { type: "sort", keys, span: { start, end } };
}

/** Reads one key of a `SORT`, ascending unless told. */
export function parseSortKey(cursor: Cursor): SortKey | undefined {
	const expression = parseExpression(cursor);
	if (expression === undefined) return undefined;
	const end = cursor.at;
	cursor.skipBlanks();
	const word = cursor.match(DIRECTION)?.toLowerCase();
	if (word === undefined) {
		cursor.expect('ASC, DESC, ","', ["ASC", "DESC"]);
		cursor.at = end;
	}
	const direction = word?.startsWith("d") ? "descending" : "ascending";
	return { expression, direction };
}

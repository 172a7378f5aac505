import type { QuerySource } from "../../model/detection";
import type { Command } from "./esql-command";
import { SHAPE } from "./esql-command";
import type { Assignment, Expression } from "./esql-tree";
import {
	readCapture,
	readChangePoint,
	readCompletion,
	readEnrich,
	readLookup,
	readParts,
} from "./read-added-columns";
import { readAssignment, readAssignments } from "./read-assignments";
import type { EsqlCursor } from "./read-expression";
import { readExpression } from "./read-expression";
import { readIndexPattern, readNamePattern } from "./read-names";

/** Pipelines inside of each other, deeper than Elasticsearch allows. */
const DEEPEST_PIPELINE = 8;

/** Reads a pipeline: commands between `|`, up to the end or a closing bracket. */
export function readPipeline(cursor: EsqlCursor, depth = 0): readonly Command[] {
	const commands: Command[] = [];
	while (!cursor.isAtEnd && !cursor.is(")")) {
		const before = cursor.index;
		commands.push(readCommand(cursor, depth));
		const next = cursor.peek();
		const isDone = next === undefined || cursor.is("|") || (depth > 0 && cursor.is(")"));
		if (!isDone && !cursor.is(";")) {
			cursor.report("query-syntax", "error", "expected \u201C|\u201D before the next command");
			cursor.skipUntil(({ text }) => text === "|");
		}
		if (!cursor.eat("|")) cursor.eat(";");
		if (cursor.index === before) cursor.skip();
	}
	return commands;
}

function readCommand(cursor: EsqlCursor, depth: number): Command {
	const start = cursor.offset;
	const word = cursor.peek()?.text.toLowerCase() ?? "";
	const read = READERS.get(word);
	if (read !== undefined) {
		cursor.take();
		return read(cursor, depth);
	}
	const isWord = cursor.peek()?.kind === "word";
	const reason = isWord
		? `the command \u201C${word}\u201D is not known`
		: "a command begins with its name";
	cursor.report(isWord ? "query-opaque" : "query-syntax", isWord ? "warning" : "error", reason);
	cursor.skipUntil(({ text }) => text === "|");
	return { kind: "opaque", reason, start, end: Math.max(start, cursor.lastEnd) };
}

type Reader = (cursor: EsqlCursor, depth: number) => Command;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
	["from", readFrom],
	["ts", readFrom],
	["row", readEval],
	["show", readNames],
	["metrics_info", readNames],
	["ts_info", readNames],
	["where", (cursor) => ({ kind: "where", condition: readExpression(cursor) })],
	["eval", readEval],
	["stats", (cursor) => readStats(cursor, false)],
	["inlinestats", (cursor) => readStats(cursor, true)],
	["inline", readInline],
	["keep", readNames],
	["drop", readNames],
	["mv_expand", readNames],
	["rename", readRename],
	["sort", readSort],
	["limit", readAmount],
	["sample", readAmount],
	["dissect", readCapture],
	["grok", readCapture],
	["enrich", readEnrich],
	["lookup", readLookup],
	["join", readLookup],
	["completion", readCompletion],
	["rerank", readCompletion],
	["change_point", readChangePoint],
	["uri_parts", readParts],
	["registered_domain", readParts],
	["user_agent", readParts],
	["ip_location", readParts],
	["fork", readFork],
	["fuse", readFuse],
	// `set name = value;` before a query.
	["set", readSet],
]);

function readFrom(cursor: EsqlCursor, depth: number): Command {
	const sources: QuerySource[] = [];
	const subqueries: (readonly Command[])[] = [];
	do {
		if (cursor.is("(") && depth < DEEPEST_PIPELINE) {
			cursor.take();
			subqueries.push(readPipeline(cursor, depth + 1));
			cursor.expect(")");
			continue;
		}
		const { kind, text = "|" } = cursor.peek() ?? {};
		if (kind === "symbol" && "|()[];,".includes(text)) break;
		const start = cursor.offset;
		const name = readIndexPattern(cursor);
		const span = { start, end: cursor.lastEnd };
		for (const part of name.split(",")) {
			// A leading `-` takes an index out again.
			if (part !== "" && !part.startsWith("-")) sources.push({ kind: "index", name: part, span });
		}
	} while (cursor.eat(","));
	if (cursor.eat("[")) {
		readNames(cursor);
		cursor.expect("]");
	}
	if (cursor.eatWord("metadata")) readNames(cursor);
	return { kind: "source", sources, subqueries };
}

/** Names, patterns and words between commas. */
function readNames(cursor: EsqlCursor): Command {
	do {
		const { kind } = cursor.peek() ?? {};
		if (kind !== "word" && !cursor.is("*")) break;
		cursor.eatWord("metadata");
		readNamePattern(cursor);
	} while (cursor.eat(",") || cursor.peek()?.kind === "word");
	return SHAPE;
}

function readEval(cursor: EsqlCursor): Command {
	return { kind: "assign", assignments: readAssignments(cursor) };
}

function readSet(cursor: EsqlCursor): Command {
	readAssignments(cursor);
	return SHAPE;
}

function readStats(cursor: EsqlCursor, isInline: boolean): Command {
	const makes: Assignment[] = [];
	const filters: Expression[] = [];
	if (!cursor.isWord("by") && !cursor.is("|") && !cursor.isAtEnd) {
		do {
			const { assignment, filter } = readAssignment(cursor);
			makes.push(assignment);
			if (filter !== undefined) filters.push(filter);
		} while (cursor.eat(","));
	}
	const by = cursor.eatWord("by") ? readAssignments(cursor) : [];
	return { kind: "stats", makes, by, isInline, filters };
}

function readInline(cursor: EsqlCursor): Command {
	if (!cursor.eatWord("stats")) cursor.expect("stats");
	return readStats(cursor, true);
}

/** `rename a as b`, or `b = a`. */
function readRename(cursor: EsqlCursor): Command {
	const assignments: Assignment[] = [];
	do {
		const start = cursor.offset;
		const first = readNamePattern(cursor);
		const isTurned = cursor.eat("=");
		if (!isTurned && !cursor.eatWord("as")) cursor.expect("as");
		const second = readNamePattern(cursor);
		const [name, field] = isTurned ? [first, second] : [second, first];
		const span = { start, end: cursor.lastEnd };
		assignments.push({ name, value: { kind: "column", name: field, ...span } });
	} while (cursor.eat(","));
	return { kind: "assign", assignments };
}

function readSort(cursor: EsqlCursor): Command {
	do {
		readExpression(cursor);
		if (!cursor.eatWord("asc")) cursor.eatWord("desc");
		if (cursor.eatWord("nulls") && !cursor.eatWord("first")) cursor.eatWord("last");
	} while (cursor.eat(","));
	return SHAPE;
}

/** `limit 10`, `limit 10 by host`. */
function readAmount(cursor: EsqlCursor): Command {
	readExpression(cursor);
	if (cursor.eatWord("by")) readNames(cursor);
	return SHAPE;
}

/** `fork ( where … | … ) ( … )`. */
function readFork(cursor: EsqlCursor, depth: number): Command {
	const branches: (readonly Command[])[] = [];
	while (cursor.is("(") && depth < DEEPEST_PIPELINE) {
		cursor.take();
		branches.push(readPipeline(cursor, depth + 1));
		cursor.expect(")");
	}
	return { kind: "fork", branches };
}

/** `fuse linear score by a key by b, c with { … }`. */
function readFuse(cursor: EsqlCursor): Command {
	readNames(cursor);
	if (cursor.is("{")) readExpression(cursor);
	return SHAPE;
}

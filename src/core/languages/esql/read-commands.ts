import type { QueryProblem, QuerySource } from "../../model/detection";
import type { Command } from "./esql-command";
import { SHAPE } from "./esql-command";
import type { Assignment } from "./esql-tree";
import {
	readCapture,
	readChangePoint,
	readCompletion,
	readHighlight,
	readVectors,
	readEnrich,
	readLookup,
	readParts,
} from "./read-added-columns";
import { readAssignment, readAssignments } from "./read-assignments";
import type { EsqlCursor } from "./read-expression";
import { readExpression } from "./read-expression";
import { readIndexPattern, readNamePattern } from "./read-names";
import { readWhere } from "./read-where";

/** Pipelines inside of each other, deeper than Elasticsearch allows. */
export const DEEPEST_PIPELINE = 8;

/** Reads a pipeline: commands between `|`, up to the end or a closing bracket. */
export function readPipeline(cursor: EsqlCursor, depth = 0): readonly Command[] {
	const commands: Command[] = [];
	while (!cursor.isAtEnd && !isClosing(cursor)) {
		const before = cursor.index;
		commands.push(readCommand(cursor, depth));
		const next = cursor.peek();
		const isDone = next === undefined || cursor.is("|") || (depth > 0 && isClosing(cursor));
		if (!isDone && !cursor.is(";")) {
			cursor.fail("expected \u201C|\u201D before the next command");
			if (!isOver(cursor)) cursor.skipUntil(({ text }) => text === "|");
		}
		if (!cursor.eat("|")) cursor.eat(";");
		if (cursor.index === before) cursor.skip();
	}
	return commands;
}

function isClosing(cursor: EsqlCursor): boolean {
	return cursor.is(")") || cursor.is("]");
}

function readCommand(cursor: EsqlCursor, depth: number): Command {
	const word = cursor.peek()?.text.toLowerCase() ?? "";
	const read = READERS.get(word);
	if (read !== undefined) {
		cursor.take();
		return read(cursor, depth);
	}
	return cursor.peek()?.kind === "word"
		? skipCommand(cursor, `the command \u201C${word}\u201D is not known`)
		: skipCommand(cursor, "a command begins with its name", "query-syntax");
}

function skipCommand(
	cursor: EsqlCursor,
	reason: string,
	code: QueryProblem["code"] = "query-opaque",
): Command {
	const start = cursor.offset;
	cursor.report(code, code === "query-syntax" ? "error" : "warning", reason);
	cursor.skipUntil(({ text }) => text === "|");
	return { kind: "opaque", reason, start, end: Math.max(start, cursor.lastEnd) };
}

/** Whether a command is over, or the next one stands there without a `|`. */
function isOver(cursor: EsqlCursor): boolean {
	const text = cursor.peek()?.text;
	return (
		text === undefined ||
		text === "|" ||
		text === ";" ||
		isClosing(cursor) ||
		READERS.has(text.toLowerCase())
	);
}

type Reader = (cursor: EsqlCursor, depth: number) => Command;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
	["from", readFrom],
	["ts", readFrom],
	["row", readEval],
	["show", readNames],
	["metrics_info", readNames],
	["ts_info", readNames],
	["where", (cursor) => readWhere(cursor, () => isOver(cursor))],
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
	["limitk", readAmount],
	["sample", readAmount],
	["topk", readMost],
	["bottomk", readMost],
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
	["eql", readEql],
	["mmr", readMmr],
	["highlight", readHighlight],
	["dense_vector", readVectors],
	["dedup", () => SHAPE],
	["distinct", () => SHAPE],
	["ts_collapse", () => SHAPE],
	["explain", readExplain],
	["promql", (cursor) => skipCommand(cursor, "PromQL is not taken apart")],
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

/** `eql "query" with { "indices": "logs-*" }`, or `eql logs-* "query" metadata _index with { … }`. */
function readEql(cursor: EsqlCursor, depth: number): Command {
	const before = cursor.peek()?.kind === "string" ? [] : listIndices(readFrom(cursor, depth));
	const query = readExpression(cursor);
	if (cursor.eatWord("metadata")) {
		do readNamePattern(cursor);
		while (cursor.eat(","));
	}
	const options = cursor.eatWord("with") ? readExpression(cursor) : undefined;
	const items = options?.kind === "map" ? options.items : [];
	const at = items.findIndex((item) => item.kind === "literal" && item.value === "indices");
	const value = items[at + 1];
	if (at < 0 || value?.kind !== "literal") return { kind: "eql", query, sources: before };
	const span = { start: value.start, end: value.end };
	const names = String(value.value).split(",");
	const sources = names.map((name) => ({ kind: "index", name: name.trim(), span }) as const);
	return { kind: "eql", query, sources };
}

function listIndices(source: Command): readonly QuerySource[] {
	return source.kind === "source" ? source.sources : [];
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
	if (!cursor.isWord("by") && !cursor.is("|") && !cursor.isAtEnd) {
		do makes.push(readAssignment(cursor));
		while (cursor.eat(","));
	}
	const by = cursor.eatWord("by") ? readAssignments(cursor) : [];
	return { kind: "stats", makes, by, isInline };
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
	if (cursor.eatWord("by")) readAssignments(cursor);
	return SHAPE;
}

/** `topk bytes, 3 by host`. */
function readMost(cursor: EsqlCursor): Command {
	readExpression(cursor);
	cursor.expect(",");
	return readAmount(cursor);
}

/** `mmr [vector] on field limit 10 with { … }`. */
function readMmr(cursor: EsqlCursor): Command {
	if (!cursor.isWord("on")) readExpression(cursor);
	if (!cursor.eatWord("on")) cursor.expect("on");
	readExpression(cursor);
	if (!cursor.eatWord("limit")) cursor.expect("limit");
	readExpression(cursor);
	if (cursor.eatWord("with")) readExpression(cursor);
	return SHAPE;
}

/** `explain ( from … )`. */
function readExplain(cursor: EsqlCursor, depth: number): Command {
	if (depth >= DEEPEST_PIPELINE) return skipCommand(cursor, "queries are nested too deep");
	const close = cursor.is("[") ? "]" : ")";
	if (!cursor.eat("[")) cursor.expect("(");
	const subqueries = [readPipeline(cursor, depth + 1)];
	cursor.expect(close);
	return { kind: "source", sources: [], subqueries };
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

import type { KqlExpression, KqlPipeline, KqlStage } from "./kql-tree";
import type { KqlReader } from "./kql-reader";
import { pipelineOf } from "./kql-reader";
import { readExpression } from "./read-expression";
import { GRAPH_STAGES } from "./read-graph-stages";
import { INNER_STAGES } from "./read-inner-stages";
import { ROW_STAGES } from "./read-row-stages";
import { SOURCE_STAGES } from "./read-source-stages";
import { TABLE_STAGES } from "./read-table-stages";

/** Operators behind a pipe, by their name. */
const STAGES: ReadonlyMap<string, (reader: KqlReader) => KqlStage> = new Map([
	...ROW_STAGES,
	...SOURCE_STAGES,
	...TABLE_STAGES,
	...INNER_STAGES,
	...GRAPH_STAGES,
]);

/** Words that show, behind a name, that it is the operator and not a column of that name. */
const NOT_BEHIND_SOURCE: ReadonlySet<string> = new Set(
	") ] } , ; | = == != =~ !~ < > <= >= . in in~ has contains and or : =>".split(" "),
);

/**
 * Reads an expression, or a whole query: one that starts with an operator of its own (`union`, `search`, `print`), or an expression
 * with pipes behind it. A query is also added to the reader's subqueries.
 */
export function readQuery(reader: KqlReader): KqlExpression {
	const { cursor } = reader;
	const start = cursor.offset;
	const word = cursor.peek();
	if (word?.kind === "word" && SOURCE_STAGES.has(word.text) && isSource(reader))
		return finishQuery(reader, start, null, true);
	if (cursor.is("|")) return finishQuery(reader, start, null, false);
	const source = readExpression(reader);
	if (!cursor.is("|") || !(reader.isOutermost || isTable(source))) return source;
	return finishQuery(reader, start, source, false);
}

/** Reads stages in brackets, the first without a pipe before it; both brackets are taken. */
export function readInnerStages(reader: KqlReader): KqlPipeline {
	const start = reader.cursor.offset;
	const close = reader.cursor.is("{") ? "}" : ")";
	const empty: KqlPipeline = { source: null, stages: [], subqueries: [], start, end: start };
	if (close === ")" && !reader.cursor.expect("(")) return empty;
	if (close === "}") reader.cursor.take();
	const pipeline = reader.nested((inner) => readInner(inner, start), empty);
	reader.close(close);
	return pipeline;
}

/** Operators in brackets, or a query of its own with its source. */
function readInner(reader: KqlReader, start: number): KqlPipeline {
	const word = reader.cursor.peek();
	if (word !== undefined && (STAGES.has(word.text) || word.text === "|"))
		return readStages(reader, start, null, word.text !== "|");
	return pipelineOf(readQuery(reader));
}

/** Whether an expression may stand for rows; behind any other in brackets, the pipe comes after a bracket that is missing. */
function isTable({ kind }: KqlExpression): boolean {
	return (
		kind === "name" ||
		kind === "call" ||
		kind === "path" ||
		kind === "rows" ||
		kind === "subquery" ||
		kind === "star"
	);
}

function isSource({ cursor }: KqlReader): boolean {
	const next = cursor.peek(1);
	if (next === undefined) return false;
	if (next.text === "in" && cursor.is("(", 2)) return cursor.is("search") || cursor.is("find");
	if (NOT_BEHIND_SOURCE.has(next.text)) return false;
	// `range(1, 2, 3)` and `search(…)` are functions; `union (T), (U)` and `print (1)` are not.
	if (next.text === "(") return cursor.isWord("union") || cursor.isWord("print");
	return !cursor.isWord("range") || cursor.isWord("from", 2);
}

function finishQuery(
	reader: KqlReader,
	start: number,
	source: KqlExpression | null,
	startsWithStage: boolean,
): KqlExpression {
	const pipeline = readStages(reader, start, source, startsWithStage);
	reader.subqueries.push(pipeline);
	return { kind: "subquery", pipeline, start, end: pipeline.end };
}

function readStages(
	reader: KqlReader,
	start: number,
	source: KqlExpression | null,
	startsWithStage: boolean,
): KqlPipeline {
	const outer = reader.subqueries;
	const { isSearch, isFilter } = reader;
	const subqueries: KqlPipeline[] = [];
	reader.subqueries = subqueries;
	reader.isSearch = false;
	reader.isFilter = false;
	const stages: KqlStage[] = [];
	if (startsWithStage) readStage(reader, stages);
	while (reader.cursor.eat("|") || misses(reader)) readStage(reader, stages);
	reader.subqueries = outer;
	reader.isSearch = isSearch;
	reader.isFilter = isFilter;
	return { source, stages, subqueries, start, end: reader.endFrom(start) };
}

function readStage(reader: KqlReader, stages: KqlStage[]): void {
	const { cursor } = reader;
	const start = cursor.offset;
	const name = cursor.peek()?.text ?? "";
	const read = STAGES.get(name) ?? STAGES.get(name.toLowerCase());
	if (read === undefined) {
		if (isAtEnd(reader)) {
			reader.fail("expected an operator behind the pipe");
			return;
		}
		cursor.report("query-opaque", "warning", `the operator \u201C${name}\u201D is not known`);
		skipRest(reader);
		stages.push({ kind: "opaque", reason: "unknown operator", start, end: reader.endFrom(start) });
		return;
	}
	cursor.take();
	stages.push(read(reader));
	while (reader.isOutermost && isClosing(cursor.peek()?.text)) {
		reader.fail("this bracket closes nothing");
		cursor.skip();
	}
	if (isAtEnd(reader) || startsStage(reader)) return;
	const from = cursor.offset;
	const found = cursor.peek()?.text ?? "";
	reader.fail(`\u201C${found.slice(0, 40)}\u201D is not expected here`);
	skipRest(reader);
	stages.push({
		kind: "opaque",
		reason: "unexpected text",
		start: from,
		end: reader.endFrom(from),
	});
}

/** Whether the line at the cursor goes on with an operator without a pipe before it, which is reported. */
function misses(reader: KqlReader): boolean {
	if (!startsStage(reader)) return false;
	reader.fail(`a pipe is missing before \u201C${reader.cursor.peek()?.text ?? ""}\u201D`);
	return true;
}

/** Whether the next line starts with the name of an operator. */
function startsStage(reader: KqlReader): boolean {
	const { cursor, isAtLineStart } = reader;
	const name = cursor.peek();
	if (!isAtLineStart || name?.kind !== "word" || !STAGES.has(name.text)) return false;
	return cursor.peek(1)?.kind === "word" && !cursor.isWord("in", 1);
}

function isClosing(text: string | undefined): boolean {
	return text === ")" || text === "]" || text === "}";
}

function skipRest(reader: KqlReader): void {
	const { cursor } = reader;
	let isFirst = true;
	cursor.skipUntil(({ text }) => {
		const stops =
			text === "|" || text === ";" || (!isFirst && reader.isOutermost && reader.startsStatement);
		isFirst = false;
		return stops;
	});
}

/** Whether a stage may end at the cursor. */
function isAtEnd(reader: KqlReader): boolean {
	return reader.isAtStageEnd || (reader.isOutermost && reader.startsStatement);
}

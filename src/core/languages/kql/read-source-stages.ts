import type { KqlNamed, KqlPipeline, KqlStage } from "./kql-tree";
import type { KqlReader } from "./kql-reader";
import { readNamed, readPostfix } from "./read-operand";
import { readColumnPattern, readOptions, readSearched, readTable } from "./read-stage-parts";
import { readName, readSchema } from "./read-schema";

const UNION_OPTIONS = ["kind", "withsource", "with_source", "isfuzzy"];

/** Operators that may also start a query. */
export const SOURCE_STAGES: ReadonlyMap<string, (reader: KqlReader) => KqlStage> = new Map([
	["union", readUnion],
	["search", readSearch],
	["find", readFind],
	["print", readPrint],
	["range", readRange],
	["evaluate", readEvaluate],
	["macro-expand", readMacro],
]);

/** `macro-expand entity_group [cluster("a").database("b"), …] as X (query over X.Table)`. */
function readMacro(reader: KqlReader): KqlStage {
	const { cursor } = reader;
	readOptions(reader, UNION_OPTIONS);
	if (cursor.eatWord("entity_group")) reader.bracketed("[", "]", readPostfix);
	else readPostfix(reader);
	cursor.expect("as");
	readName(reader);
	return { kind: "union", parts: [readTable(reader)], names: [] };
}

function readUnion(reader: KqlReader): KqlStage {
	const options = readOptions(reader, UNION_OPTIONS);
	const parts = reader.items(readTable);
	const late = readOptions(reader, UNION_OPTIONS);
	const named = [options, late].flatMap((some) => [
		some.get("withsource"),
		some.get("with_source"),
	]);
	return { kind: "union", parts, names: named.filter((name) => name !== undefined) };
}

function readSearch(reader: KqlReader): KqlStage {
	const options = readOptions(reader, ["kind"]);
	const tables = readTables(reader);
	const isCaseSensitive = /^case.?sensitive$/i.test(options.get("kind") ?? "");
	return { kind: "search", tables, isCaseSensitive, condition: readSearched(reader) };
}

/** `in (T, U*)`. */
function readTables(reader: KqlReader): readonly KqlPipeline[] {
	const { cursor } = reader;
	if (!cursor.isWord("in") || !cursor.is("(", 1)) return [];
	cursor.take();
	return reader.bracketed("(", ")", readTable);
}

/** `find withsource=S in (T, U) where … project a, b`. */
function readFind(reader: KqlReader): KqlStage {
	const { cursor } = reader;
	const names = ["withsource", "datascope"];
	readOptions(reader, names);
	const tables = readTables(reader);
	readOptions(reader, names);
	const isBare = cursor.isWord("project") || cursor.isWord("project-smart");
	const condition = cursor.eatWord("where") || !isBare ? readSearched(reader) : null;
	if (cursor.eatWord("project")) reader.items(readFindColumn);
	else cursor.eatWord("project-smart");
	if (cursor.eatWord("project-away")) reader.items(readColumnPattern);
	return { kind: "search", tables, isCaseSensitive: false, condition };
}

function readFindColumn(reader: KqlReader): void {
	const { cursor } = reader;
	readNamed(reader);
	if (cursor.eat(":")) cursor.take();
}

function readPrint(reader: KqlReader): KqlStage {
	const columns: readonly KqlNamed[] = reader.items(readNamed);
	return { kind: "capture", names: columns.flatMap(({ names }) => names), isSource: true };
}

/** `range x from 1 to 10 step 1`. */
function readRange(reader: KqlReader): KqlStage {
	const { cursor } = reader;
	const name = cursor.take()?.text ?? "";
	for (const word of ["from", "to", "step"]) {
		cursor.expect(word);
		reader.expression();
	}
	return { kind: "capture", names: [name], isSource: true };
}

function readEvaluate(reader: KqlReader): KqlStage {
	readOptions(reader);
	reader.expression();
	const names = reader.cursor.eat(":") ? readSchema(reader).map(({ name }) => name) : [];
	return names.length === 0 ? { kind: "passive" } : { kind: "capture", names, isSource: false };
}

import type { KqlExpression, KqlNamed, KqlScanStep, KqlStage } from "./kql-tree";
import type { KqlReader } from "./kql-reader";
import { readNamed } from "./read-operand";
import { readName, readSchema } from "./read-schema";
import {
	readBy,
	readColumns,
	readDirection,
	readExpanded,
	readOptions,
	readTable,
} from "./read-stage-parts";

/** Operators that count, or bring tables together. */
export const TABLE_STAGES: ReadonlyMap<string, (reader: KqlReader) => KqlStage> = new Map([
	["summarize", readSummarize],
	["count", readCount],
	["make-series", readSeries],
	["top-nested", readTopNested],
	["top-hitters", readTopHitters],
	["reduce", readReduce],
	["join", (reader: KqlReader) => readJoin(reader, "innerunique")],
	["lookup", (reader: KqlReader) => readJoin(reader, "lookup")],
	["mv-expand", readExpand],
	["mvexpand", readExpand],
	["invoke", readInvoke],
	["scan", readScan],
]);

function readSummarize(reader: KqlReader): KqlStage {
	readOptions(reader);
	return { kind: "summarize", aggregates: readColumns(reader), by: readBy(reader) };
}

function readCount(reader: KqlReader): KqlStage {
	if (reader.cursor.eatWord("as")) readName(reader);
	return { kind: "summarize", aggregates: [], by: [] };
}

/** `make-series n = count() default = 0 on Time from a to b step 1h by X`. */
function readSeries(reader: KqlReader): KqlStage {
	const { cursor } = reader;
	readOptions(reader, ["kind"]);
	const aggregates = reader.items((item) => {
		const aggregate = readNamed(item);
		if (item.cursor.isWord("default") && item.cursor.is("=", 1)) readNamed(item);
		return aggregate;
	});
	cursor.expect("on");
	reader.expression();
	for (const word of ["in", "from", "to", "step"]) if (cursor.eatWord(word)) reader.expression();
	return { kind: "summarize", aggregates, by: readBy(reader) };
}

function readTopNested(reader: KqlReader): KqlStage {
	const by: KqlNamed[] = [];
	const aggregates: KqlNamed[] = [];
	do {
		const { cursor } = reader;
		cursor.eatWord("top-nested");
		if (!cursor.isWord("of")) reader.expression();
		cursor.expect("of");
		by.push(readNamed(reader));
		if (cursor.isWord("with") && cursor.isWord("others", 1)) {
			cursor.take();
			readNamed(reader);
		}
		cursor.expect("by");
		aggregates.push(readNamed(reader));
		readDirection(reader);
	} while (reader.cursor.eat(","));
	return { kind: "summarize", aggregates, by };
}

function readTopHitters(reader: KqlReader): KqlStage {
	reader.expression();
	reader.cursor.expect("of");
	const of = readNamed(reader);
	if (reader.cursor.eatWord("by")) reader.expression();
	return { kind: "summarize", aggregates: [], by: [of] };
}

function readReduce(reader: KqlReader): KqlStage {
	readOptions(reader, ["kind"]);
	const by = readBy(reader);
	if (reader.cursor.eatWord("with")) reader.items(readNamed);
	return { kind: "summarize", aggregates: [], by };
}

function readJoin(reader: KqlReader, usual: string): KqlStage {
	const { cursor } = reader;
	const options = readOptions(reader, ["kind"]);
	const right = readTable(reader);
	const on = cursor.eatWord("on") ? reader.items((item) => item.expression()) : [];
	const how = usual === "lookup" ? usual : (options.get("kind") ?? usual);
	return { kind: "join", how: how.toLowerCase(), right, on };
}

function readExpand(reader: KqlReader): KqlStage {
	return { kind: "extend", columns: readExpanded(reader) };
}

function readInvoke(reader: KqlReader): KqlStage {
	return { kind: "invoke", call: reader.expression() };
}

/** `scan [with_match_id=x] [order by …] [partition by …] [declare (…)] with (step a [output=…]: condition => x = 1; …)`. */
function readScan(reader: KqlReader): KqlStage {
	const { cursor } = reader;
	readOptions(reader, ["with_match_id"]);
	const by: KqlExpression[] = [];
	while (cursor.isWord("order") || cursor.isWord("partition")) {
		const isPartition = cursor.take()?.text === "partition";
		cursor.expect("by");
		const items = reader.items((item) => {
			const column = item.expression();
			readDirection(item);
			return column;
		});
		if (isPartition) for (const item of items) by.push(item);
	}
	if (cursor.eatWord("declare")) readSchema(reader);
	cursor.expect("with");
	const steps: KqlScanStep[] = [];
	if (cursor.expect("(")) {
		while (cursor.isWord("step")) {
			steps.push(readStep(reader));
			if (!cursor.eat(";")) break;
		}
		reader.close(")");
	}
	return { kind: "scan", by, steps };
}

function readStep(reader: KqlReader): KqlScanStep {
	const { cursor } = reader;
	cursor.take();
	const name = readName(reader) ?? "";
	cursor.eatWord("optional");
	readOptions(reader, ["output"]);
	cursor.expect(":");
	const condition = reader.expression();
	if (cursor.eat("=>")) reader.items(readAssignment);
	return { name, condition };
}

function readAssignment(reader: KqlReader): void {
	readName(reader);
	while (reader.cursor.eat(".")) readName(reader);
	reader.cursor.expect("=");
	reader.expression();
}

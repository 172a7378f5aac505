import type { KqlExpression, KqlNamed, KqlPipeline, KqlStage } from "./kql-tree";
import type { KqlReader } from "./kql-reader";
import { readNamed } from "./read-operand";
import { readName } from "./read-schema";
import { readOptions, readTable } from "./read-stage-parts";

/** Operators over graphs. Source: Kusto query language reference, "Graph operators". */
export const GRAPH_STAGES: ReadonlyMap<string, (reader: KqlReader) => KqlStage> = new Map([
	["make-graph", readGraph],
	["graph-match", readMatch],
	["graph-shortest-paths", readMatch],
	["graph-mark-components", readComponents],
	["graph-to-table", readToTable],
	["graph-where-nodes", readFilter],
	["graph-where-edges", readFilter],
]);

/** `make-graph A --> B with Nodes on Id, (query) on Id` or `… with_node_id=Id`, then `partitioned-by C (stages)`. */
function readGraph(reader: KqlReader): KqlStage {
	const { cursor } = reader;
	readName(reader);
	for (const sign of "-->") cursor.expect(sign);
	readName(reader);
	const nodes: KqlPipeline[] = [];
	const id = readOptions(reader, ["with_node_id"]).get("with_node_id");
	if (cursor.eatWord("with"))
		do {
			nodes.push(readTable(reader));
			cursor.expect("on");
			readName(reader);
		} while (cursor.eat(","));
	const isParted = cursor.eatWord("partitioned-by");
	if (isParted) readName(reader);
	const names = id === undefined ? [] : [id];
	return { kind: "graph", nodes, names, inner: isParted ? reader.stages() : null };
}

/** `graph-match cycles=none (a)-[e]->(b), (b)<-[f*1..3]-(c) where condition project columns`. */
function readMatch(reader: KqlReader): KqlStage {
	const { cursor } = reader;
	readOptions(reader, ["cycles", "output"]);
	const variables: string[] = [];
	do readPath(reader, variables);
	while (cursor.eat(","));
	const condition: KqlExpression | null = cursor.eatWord("where") ? reader.expression() : null;
	const columns: readonly KqlNamed[] = cursor.eatWord("project") ? reader.items(readNamed) : [];
	return { kind: "match", variables, condition, columns };
}

function readPath(reader: KqlReader, variables: string[]): void {
	const { cursor } = reader;
	for (;;) {
		cursor.expect("(");
		if (!cursor.is(")")) variables.push(readName(reader) ?? "");
		cursor.expect(")");
		if (!cursor.is("-") && !cursor.is("<")) return;
		cursor.eat("<");
		cursor.expect("-");
		if (cursor.eat("[")) readEdge(reader, variables);
		cursor.expect("-");
		cursor.eat(">");
	}
}

/** `e`, `e*1..3` or nothing, up to the closing bracket. */
function readEdge(reader: KqlReader, variables: string[]): void {
	const { cursor } = reader;
	if (cursor.peek()?.kind === "word") variables.push(readName(reader) ?? "");
	if (cursor.eat("*")) {
		reader.expression();
		if (cursor.eat("..")) reader.expression();
	}
	cursor.expect("]");
}

function readComponents(reader: KqlReader): KqlStage {
	const name = readOptions(reader, ["kind", "with_component_id"]).get("with_component_id");
	return { kind: "capture", names: [name ?? "ComponentId"], isSource: false };
}

/** `nodes as N with_node_id=Id, edges as E with_source_id=S with_target_id=T`. */
function readToTable(reader: KqlReader): KqlStage {
	const { cursor } = reader;
	const names: string[] = [];
	const columns: string[] = [];
	const readIds = (): void => {
		for (const [, id] of readOptions(reader, ["with_node_id", "with_source_id", "with_target_id"]))
			columns.push(id);
	};
	do {
		if (!cursor.eatWord("nodes")) cursor.expect("edges");
		readIds();
		if (cursor.eatWord("as")) names.push(readName(reader) ?? "");
		readIds();
	} while (cursor.eat(","));
	return { kind: "as", names, columns };
}

function readFilter(reader: KqlReader): KqlStage {
	return { kind: "where", condition: reader.expression() };
}

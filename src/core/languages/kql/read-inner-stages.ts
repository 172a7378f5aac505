import type { KqlNamed, KqlPipeline, KqlStage } from "./kql-tree";
import type { KqlReader } from "./kql-reader";
import { readName } from "./read-schema";
import { readBy, readExpanded, readOptions } from "./read-stage-parts";

/** Operators with stages in brackets that see part of the rows. */
export const INNER_STAGES: ReadonlyMap<string, (reader: KqlReader) => KqlStage> = new Map([
	["mv-apply", readApply],
	["partition", readPartition],
	["fork", readFork],
	["facet", readFacet],
]);

/** `mv-apply x = X to typeof(string) limit 5 on (where … | …)`. */
function readApply(reader: KqlReader): KqlStage {
	const columns = readExpanded(reader);
	reader.cursor.expect("on");
	return inner("mv-apply", columns, [reader.stages()]);
}

function readPartition(reader: KqlReader): KqlStage {
	readOptions(reader);
	reader.cursor.expect("by");
	readName(reader);
	while (reader.cursor.eat(".")) readName(reader);
	return inner("partition", [], [reader.stages()]);
}

/** `fork (stages) name=(stages)`. */
function readFork(reader: KqlReader): KqlStage {
	const { cursor } = reader;
	const branches: KqlPipeline[] = [];
	while (cursor.is("(") || cursor.is("=", 1)) {
		if (!cursor.is("(")) {
			readName(reader);
			cursor.expect("=");
		}
		branches.push(reader.stages());
	}
	return inner("fork", [], branches);
}

function readFacet(reader: KqlReader): KqlStage {
	return inner("facet", readBy(reader), reader.cursor.eatWord("with") ? [reader.stages()] : []);
}

function inner(
	how: string,
	columns: readonly KqlNamed[],
	branches: readonly KqlPipeline[],
): KqlStage {
	return { kind: "inner", how, columns, branches };
}

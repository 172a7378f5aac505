import type { KqlStage } from "./kql-tree";
import type { KqlReader } from "./kql-reader";
import { readNamed } from "./read-operand";
import { readName, readSchema, readType } from "./read-schema";
import {
	readColumnPattern,
	readColumns,
	readDirection,
	readOptions,
	readSearched,
} from "./read-stage-parts";

const PASSIVE: KqlStage = { kind: "passive" };

/** Operators that look at one row after the other: they filter, make, name, drop or sort. */
export const ROW_STAGES: ReadonlyMap<string, (reader: KqlReader) => KqlStage> = new Map([
	["where", readWhere],
	["filter", readWhere],
	["extend", readNamedAs("extend")],
	["serialize", readNamedAs("extend")],
	["project", readNamedAs("project")],
	["distinct", readNamedAs("project")],
	["project-rename", readNamedAs("rename")],
	["project-away", readPatterns],
	["project-keep", readPatterns],
	["project-reorder", readPatterns],
	["sort", readChoice],
	["order", readChoice],
	["take", readChoice],
	["limit", readChoice],
	["sample", readChoice],
	["sample-distinct", readChoice],
	["top", readChoice],
	["getschema", readChoice],
	["consume", readChoice],
	["parse", readParse],
	["parse-where", readParse],
	["parse-kv", readParsePairs],
	["as", readAs],
	["render", readRender],
	["assert-schema", readAssert],
]);

function readWhere(reader: KqlReader): KqlStage {
	readOptions(reader);
	const { isFilter } = reader;
	reader.isFilter = true;
	const condition = readSearched(reader);
	reader.isFilter = isFilter;
	return { kind: "where", condition };
}

function readNamedAs(kind: "extend" | "project" | "rename"): (reader: KqlReader) => KqlStage {
	return (reader) => {
		readOptions(reader);
		return { kind, columns: readColumns(reader) };
	};
}

function readPatterns(reader: KqlReader): KqlStage {
	reader.items((item) => {
		readColumnPattern(item);
		if (item.cursor.eatWord("granny")) {
			item.cursor.expect("-");
			item.cursor.take();
		} else readDirection(item);
	});
	return PASSIVE;
}

/** Some of the rows, or their order: `take 5`, `top 5 by A desc`, `sample-distinct 5 of A`, `sort by A`. */
function readChoice(reader: KqlReader): KqlStage {
	const { cursor } = reader;
	readOptions(reader, ["decodeblocks"]);
	if (!reader.isAtStageEnd && !cursor.isWord("by")) reader.expression();
	if (cursor.eatWord("of")) reader.expression();
	if (cursor.eatWord("by"))
		reader.items((item) => {
			readNamed(item);
			readDirection(item);
		});
	return PASSIVE;
}

/** `parse X with * "text" Column:type *`. */
function readParse(reader: KqlReader): KqlStage {
	const { cursor } = reader;
	readOptions(reader, ["kind", "flags"]);
	reader.expression();
	cursor.expect("with");
	const names: string[] = [];
	for (;;) {
		if (cursor.peek()?.kind === "string" || cursor.is("*")) {
			cursor.take();
			continue;
		}
		if (reader.isAfterBlankLine) break;
		const name = readName(reader);
		if (name === undefined) break;
		names.push(name);
		if (cursor.eat(":")) readType(reader);
	}
	return { kind: "capture", names, isSource: false };
}

function readParsePairs(reader: KqlReader): KqlStage {
	const { cursor } = reader;
	reader.expression();
	cursor.expect("as");
	const names = readSchema(reader).map(({ name }) => name);
	if (cursor.eatWord("with")) reader.bracketed("(", ")", readNamed);
	return { kind: "capture", names, isSource: false };
}

function readAs(reader: KqlReader): KqlStage {
	readOptions(reader);
	const name = readName(reader);
	if (name === undefined) reader.fail("expected a name");
	return { kind: "as", names: [name ?? ""], columns: [] };
}

/** `render timechart kind=stacked with (title="x")`. */
function readRender(reader: KqlReader): KqlStage {
	const { cursor } = reader;
	readName(reader);
	while (cursor.is("=", 1)) readNamed(reader);
	if (cursor.eatWord("with")) reader.bracketed("(", ")", readNamed);
	return PASSIVE;
}

function readAssert(reader: KqlReader): KqlStage {
	readSchema(reader);
	return PASSIVE;
}

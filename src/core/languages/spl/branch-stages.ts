import type { Detection } from "../../model/detection";
import { Pipeline } from "./pipeline";
import { stripQuotes, unescapeSpl } from "./quoted-text";
import { isStageEnd, type SplReader } from "./spl-reader";
import type { StageReader } from "./stage";
import { namesOf, optionOf, readItems, type StageItem } from "./stage-items";
import { readBrackets, readBranches } from "./subsearch";

const SEARCH: ReadonlySet<string> = new Set(["search="]);
const WHERE: ReadonlySet<string> = new Set(["where"]);
/** Searches in the quotes of `map` inside of each other beyond this are not read. */
const DEEPEST_MAP = 20;

/** `join`: rows with the same values in two searches. */
export const readJoinStage: StageReader = (reader, pipeline) => {
	const { cursor } = reader;
	const items = readItems(reader, pipeline, WHERE);
	const how = (optionOf(items, "type") ?? "inner").toLowerCase();
	const on = namesOf(items).map((name) => pipeline.fields.nameOf(name));
	// SPL2: `join left=L right=R where L.id=R.id`
	if (cursor.eatWord("where"))
		for (const item of readItems(reader, pipeline))
			if (item.kind === "option") on.push(item.name.slice(item.name.indexOf(".") + 1));
	const computed = joinAll(reader, pipeline, how, on);
	for (const name of computed) if (!on.includes(name)) pipeline.fields.compute(name);
};

/** `append`, `appendcols`, `union`, `multisearch`, `set`: rows of several searches together. */
export const readAppendStage: StageReader = (reader, pipeline, command) => {
	const { cursor } = reader;
	// `set diff [a] [b]`, `union [a], datamodel:"B", [c]`
	for (let before = -1; before !== cursor.index && !isStageEnd(cursor);) {
		before = cursor.index;
		const items = readItems(reader, pipeline);
		if (command === "union") for (const item of items) addDataset(reader, item);
		for (const name of joinAll(reader, pipeline, command, [])) pipeline.fields.compute(name);
	}
};

/** Notes a dataset that `union` names, with its kind before a colon. */
function addDataset(reader: SplReader, item: StageItem): void {
	if (item.kind !== "name" || /^(?:diff|union|intersect)$/i.test(item.text)) return;
	const kind = /^(datamodel|lookup|savedsearch):/i.exec(item.text)?.[1]?.toLowerCase();
	const name = kind === undefined ? item.text : item.text.slice(kind.length + 1);
	const as = kind === "datamodel" ? "data-model" : kind === "savedsearch" ? "function" : "table";
	reader.addSource(as, name, item.start, item.end);
}

/** `appendpipe`, `multireport`: more rows, made of the ones that are there. */
export const readAppendPipeStage: StageReader = (reader, pipeline, command) => {
	readItems(reader, pipeline);
	while (reader.cursor.is("[")) {
		const inner = readBrackets(reader, pipeline.fields.inner());
		if (inner === undefined) return;
		for (const name of inner.fields.made) pipeline.fields.compute(name);
		if (!inner.isUntouched) pipeline.join(command, [inner.finish()], []);
	}
};

/** `foreach`: assignments for every field of a pattern. */
export const readForeachStage: StageReader = (reader, pipeline) => {
	readItems(reader, pipeline);
	if (reader.cursor.is("[")) readBrackets(reader, pipeline.fields);
};

/** `map`: a search in quotes or brackets that runs once for every row. */
export const readMapStage: StageReader = (reader, pipeline, command) => {
	const { cursor } = reader;
	const detections: Detection[] = [];
	while (!isStageEnd(cursor)) {
		const before = cursor.index;
		if (cursor.isWord("search") && cursor.is("=", 1) && cursor.peek(2)?.kind === "string") {
			cursor.take();
			cursor.take();
			detections.push(readQuotedPipeline(reader));
		} else if (cursor.is("[")) detections.push(...readBranches(reader));
		else readItems(reader, pipeline, SEARCH);
		if (cursor.index === before) break;
	}
	if (detections.length === 0) return;
	pipeline.join(command, detections, []);
	pipeline.fields.isOfEvents = true;
};

function readQuotedPipeline(reader: SplReader): Detection {
	const token = reader.cursor.take();
	const inner = new Pipeline();
	if (token === undefined || reader.depth > DEEPEST_MAP) return inner.finish();
	const text = unescapeSpl(stripQuotes(token.text), true);
	const quoted = reader.readerOf(text, token.start, token.end);
	reader.readPipeline(quoted, inner, false);
	reader.absorb(quoted);
	return inner.finish();
}

/** Joins the searches in brackets that follow; gives the names of what they made. */
function joinAll(
	reader: SplReader,
	pipeline: Pipeline,
	how: string,
	on: readonly string[],
): readonly string[] {
	const { cursor } = reader;
	if (!cursor.is("[")) return [];
	const inner: Pipeline[] = [];
	const branches = readBranches(reader, inner);
	pipeline.join(how, branches, on);
	pipeline.fields.source = null;
	pipeline.fields.isOfEvents ||= inner.some(({ fields }) => fields.isOfEvents);
	return inner.flatMap((branch) => branch.fields.made);
}

import { combine } from "../syntax/conditions";
import { groupBy, readAggregates } from "./aggregates";
import type { Pipeline } from "./pipeline";
import { stripQuotes } from "./quoted-text";
import { readQuotedSearch, readSearchExpression } from "./search-expression";
import { endsStage, isStageEnd, type SplReader } from "./spl-reader";
import type { StageReader } from "./stage";
import { namesOf, optionOf, readItem, readItems, type StageItem } from "./stage-items";
import { dropUnknown } from "./subsearch";

const CLAUSES: ReadonlySet<string> = new Set(["from", "where", "by", "groupby"]);
/** How wide the spans of time are may stand in the search too. */
const SEARCH_ENDS: ReadonlySet<string> = new Set([...CLAUSES, "span="]);

/**
 * `tstats` and `mstats`: functions, then `from` a data model, `where` a search, `by` fields, in any order. Source: Splunk Search
 * Reference, "tstats", "mstats".
 */
export const readTstatsStage: StageReader = (reader, pipeline, command) => {
	const { cursor } = reader;
	const isAppended = !pipeline.isUntouched && isAppending(reader);
	const target = isAppended ? pipeline.branch() : pipeline;
	noteDataModel(reader, target);
	const heads: StageItem[] = [];
	const bys: StageItem[] = [];
	while (!isStageEnd(cursor)) {
		const before = cursor.index;
		if (cursor.eatWord("from")) readItems(reader, target, CLAUSES);
		else if (cursor.eatWord("where")) heads.push(...readSearchClause(reader, target));
		else {
			const isBy = cursor.isWord("by") || cursor.isWord("groupby");
			const word = isBy ? cursor.take() : undefined;
			const into = isBy || bys.length > 0 ? bys : heads;
			if (word !== undefined && bys.length === 0) into.push(wordItem(word.text, word));
			into.push(...readItems(reader, target, CLAUSES));
		}
		if (cursor.index === before) break;
	}
	const aggregates = readAggregates([...heads, ...bys], target, reader);
	// What `mstats` calls a metric is no field of an event, so that its averages are the query's own.
	const { kept } = aggregates;
	const metrics = command === "mstats" ? kept : [];
	const made = { ...aggregates, computed: [...aggregates.computed, ...metrics] };
	groupBy(target, { ...made, kept: command === "mstats" ? [] : kept }, true, reader);
	if (isAppended) pipeline.join("append", [target.finish()], []);
};

/** Reads the search of a `where` clause into the pipeline's filter; gives the options that stand in it. */
function readSearchClause(reader: SplReader, pipeline: Pipeline): readonly StageItem[] {
	const options: StageItem[] = [];
	const parts = [readSearchExpression(reader, pipeline, SEARCH_ENDS)];
	while (reader.cursor.isWord("span") && reader.cursor.is("=", 1)) {
		options.push(readItem(reader, pipeline));
		parts.push(readSearchExpression(reader, pipeline, SEARCH_ENDS));
	}
	pipeline.filter(dropUnknown(combine("and", parts)));
	return options;
}

/** `mpreview` and `msearch`: metrics of an index, with a search in quotes. */
export const readMetricsStage: StageReader = (reader, pipeline) => {
	for (const item of readItems(reader, pipeline)) {
		if (item.kind !== "option") continue;
		const { name, value, start, end } = item;
		if (name === "index") reader.addSource("index", value, start, end);
		else if (name === "filter") pipeline.filter(readQuotedSearch(reader, value, pipeline, item));
	}
};

/** `datamodel Name Object search …`. */
export const readDataModelStage: StageReader = (reader, pipeline) => {
	const start = reader.cursor.offset;
	const [model, object] = namesOf(readItems(reader, pipeline));
	if (model === undefined) return;
	setDataModel(reader, pipeline, object === undefined ? model : `${model}.${object}`, start);
};

/** `inputlookup`: the rows of a table. */
export const readInputLookupStage: StageReader = (reader, pipeline) => {
	const { cursor } = reader;
	const start = cursor.offset;
	const items = readItems(reader, pipeline, CLAUSES);
	const name = namesOf(items)[0];
	const end = cursor.lastEnd;
	const isAppended = !pipeline.isUntouched && /^t|^1/i.test(optionOf(items, "append") ?? "");
	const rows = isAppended ? pipeline.branch() : pipeline;
	if (name !== undefined) {
		reader.addSource("table", name, start, end);
		if (rows.isUntouched) rows.readLookup(name);
		reader.noteLookup(name, start, end);
	}
	if (!cursor.eatWord("where")) return;
	rows.filter(dropUnknown(readSearchExpression(reader, rows)));
	if (isAppended) pipeline.join("append", [rows.finish()], []);
};

/** Notes the data model that events come from, and its object. */
export function setDataModel(
	reader: SplReader,
	pipeline: Pipeline,
	name: string,
	start: number,
): void {
	pipeline.fields.dataModel = name;
	pipeline.fields.source = name;
	reader.addSource("data-model", name, start, Math.max(start, reader.cursor.lastEnd));
}

/**
 * Looks ahead for the data model of a stage, since functions name its fields before it is named; its object may also be stated by
 * `nodename`.
 */
function noteDataModel(reader: SplReader, pipeline: Pipeline): void {
	const { cursor } = reader;
	let name = "";
	let node = "";
	let place = cursor.offset;
	let end = place;
	for (let ahead = 0; ; ahead++) {
		const token = cursor.peek(ahead);
		if (token === undefined || endsStage(token) || cursor.is("[", ahead)) break;
		const isNode = cursor.isWord("nodename", ahead);
		const isNaming = token.kind === "word" && (isNode || cursor.isWord("datamodel", ahead));
		if (!isNaming || !/^==?$/.test(cursor.peek(ahead + 1)?.text ?? "")) continue;
		let value = "";
		let last = cursor.peek(ahead + 2);
		for (let next = ahead + 2; last !== undefined && last.kind !== "symbol";) {
			value += stripMarks(last.text);
			end = last.end;
			last = cursor.peek(++next);
			if (last?.isGlued !== true) break;
		}
		if (isNode) node ||= value;
		else {
			name = value;
			place = token.start;
		}
	}
	if (name === "") return;
	const full = name.includes(".") || node === "" ? name : withObject(name, node);
	pipeline.fields.dataModel = full;
	pipeline.fields.source = full;
	reader.addSource("data-model", full, place, Math.max(place, end));
}

function withObject(model: string, node: string): string {
	return node.startsWith(`${model}.`) ? node : `${model}.${node}`;
}

function stripMarks(text: string): string {
	return text.startsWith('"') ? stripQuotes(text) : text;
}

/** Whether `append=t` stands before the first clause. */
function isAppending({ cursor }: SplReader): boolean {
	for (let ahead = 0; ; ahead++) {
		const token = cursor.peek(ahead);
		if (token === undefined || endsStage(token)) return false;
		if (cursor.isWord("from", ahead) || cursor.isWord("by", ahead)) return false;
		if (cursor.isWord("append", ahead) && cursor.is("=", ahead + 1))
			return /^"?t/i.test(cursor.peek(ahead + 2)?.text ?? "");
	}
}

function wordItem(
	text: string,
	{ start, end }: { readonly start: number; readonly end: number },
): StageItem {
	return { kind: "name", text, isQuoted: false, start, end };
}

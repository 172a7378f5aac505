import { readEvalArgument, readEvalCondition } from "./eval-expression";
import type { EvalValue } from "./eval-values";
import type { Pipeline } from "./pipeline";
import { stripQuotes } from "./quoted-text";
import { setDataModel } from "./source-stages";
import { isStageEnd, type SplReader } from "./spl-reader";
import type { StageReader } from "./stage";
import { dropUnknown, readBranches } from "./subsearch";

const KINDS = /^(datamodel|lookup|inputlookup|savedsearch|sid|index|dataset)[:=]?$/i;
const AGGREGATING: ReadonlySet<string> = new Set(
	"count sum avg mean dc distinct_count min max values list stdev var median mode range first last earliest latest".split(
		" ",
	),
);

/** Columns that `select` names: those that are made, and their aliases. */
interface Selection {
	readonly computed: readonly string[];
	readonly isAggregating: boolean;
}

/**
 * `from`: a dataset, and in SPL2 the clauses of a query over it. Sources: Splunk Search Reference, "from"; SPL2 Search Reference, "from
 * command".
 */
export const readFromStage: StageReader = (reader, pipeline) => {
	const { cursor } = reader;
	readDataset(reader, pipeline);
	let grouping: { readonly by: readonly string[]; readonly window: string | null } | null = null;
	const group = (selection: Selection): void => {
		if (grouping === null && !selection.isAggregating) return;
		const { by, window } = grouping ?? { by: [], window: null };
		pipeline.group({ by, window, computed: selection.computed, isReducing: true });
		grouping = null;
	};
	while (!isStageEnd(cursor)) {
		const before = cursor.index;
		if (cursor.eatWord("where")) pipeline.filter(dropUnknown(readEvalCondition(reader, pipeline)));
		else if (cursor.eatWord("groupby") || (cursor.isWord("by", 1) && cursor.eatWord("group"))) {
			cursor.eatWord("by");
			grouping = readGrouping(reader, pipeline);
		} else if (cursor.eatWord("select")) group(readSelection(reader, pipeline));
		else if (cursor.eatWord("having")) {
			group({ computed: [], isAggregating: false });
			pipeline.filter(dropUnknown(readEvalCondition(reader, pipeline)));
		} else readTail(reader, pipeline);
		if (cursor.index === before) break;
	}
	group({ computed: [], isAggregating: false });
};

/** Reads what a `from` names: an index, or after a word or prefix a data model, a lookup or a saved search. */
function readDataset(reader: SplReader, pipeline: Pipeline): void {
	const { cursor } = reader;
	const start = cursor.offset;
	if (cursor.is("[")) {
		pipeline.join("union", readBranches(reader), []);
		return;
	}
	const kind = KINDS.exec(cursor.peek()?.text ?? "")?.[1]?.toLowerCase();
	const named = cursor.peek(1);
	if (kind !== undefined && named !== undefined && !/^[|\]]$/.test(named.text)) {
		cursor.take();
		if (cursor.is("=")) cursor.take();
	}
	const first = cursor.peek()?.text ?? "";
	const prefixed = /^(datamodel|lookup|inputlookup|savedsearch|index|sid):(.+)$/i.exec(first);
	let name = "";
	while (!isStageEnd(cursor) && (name === "" || cursor.peek()?.isGlued === true)) {
		if (cursor.peek()?.kind === "macro") reader.takeMacro(true);
		name += bare(cursor.take()?.text ?? "");
	}
	if (name === "") return;
	const of = kind ?? prefixed?.[1]?.toLowerCase() ?? "index";
	if (prefixed?.[2] !== undefined) name = name.slice((prefixed[1]?.length ?? 0) + 1);
	addDataset(reader, pipeline, of, name, start);
	if (cursor.eatWord("as")) cursor.take();
}

function addDataset(
	reader: SplReader,
	pipeline: Pipeline,
	kind: string,
	name: string,
	start: number,
): void {
	const end = reader.cursor.lastEnd;
	switch (kind) {
		case "datamodel":
			setDataModel(reader, pipeline, name, start);
			return;
		case "lookup":
		case "inputlookup":
			pipeline.readLookup(name);
			reader.addSource("table", name, start, end);
			return;
		case "savedsearch":
		case "sid":
			reader.addSource("function", name, start, end);
			return;
		default:
			reader.addSource("index", name, start, end);
	}
}

function readGrouping(
	reader: SplReader,
	pipeline: Pipeline,
): { readonly by: readonly string[]; readonly window: string | null } {
	const { cursor } = reader;
	const by: string[] = [];
	let window: string | null = null;
	do {
		const value = readEvalArgument(reader, pipeline);
		const [over, span] = value.kind === "call" && value.name === "span" ? value.values : [value];
		by.push(textOf(reader, over ?? value));
		if (span !== undefined) window = textOf(reader, span);
		if (cursor.eatWord("as")) cursor.take();
	} while (cursor.eat(","));
	return { by, window };
}

function readSelection(reader: SplReader, pipeline: Pipeline): Selection {
	const { cursor } = reader;
	const computed: string[] = [];
	let isAggregating = false;
	do {
		const value = readEvalArgument(reader, pipeline);
		isAggregating ||= value.kind === "call" && AGGREGATING.has(value.name);
		const alias = cursor.eatWord("as") ? bare(cursor.take()?.text ?? "") : undefined;
		if (value.kind !== "field" || (alias !== undefined && alias !== value.name))
			computed.push(alias ?? textOf(reader, value));
	} while (cursor.eat(","));
	if (!isAggregating) for (const name of computed) pipeline.fields.compute(name);
	return { computed, isAggregating };
}

/** Reads orders and limits, and joins with other datasets. */
function readTail(reader: SplReader, pipeline: Pipeline): void {
	const { cursor } = reader;
	if (cursor.eatWord("orderby") || (cursor.isWord("by", 1) && cursor.eatWord("order"))) {
		cursor.eatWord("by");
		do {
			readEvalArgument(reader, pipeline);
			if (!cursor.eatWord("asc")) cursor.eatWord("desc");
		} while (cursor.eat(","));
		return;
	}
	if (cursor.eatWord("limit") || cursor.eatWord("offset")) {
		readEvalArgument(reader, pipeline);
		return;
	}
	const kind = ["inner", "left", "outer"].find(
		(word) => cursor.isWord(word) && cursor.isWord("join", 1),
	);
	if (kind !== undefined) cursor.take();
	if (!cursor.eatWord("join")) return;
	readDataset(reader, pipeline);
	if (!cursor.eatWord("on") && !cursor.eatWord("where")) return;
	pipeline.filter(dropUnknown(readEvalCondition(reader, pipeline)));
}

function textOf(reader: SplReader, value: EvalValue): string {
	return value.kind === "field" ? value.name : reader.text.slice(value.start, value.end);
}

function bare(text: string): string {
	if (text.startsWith('"')) return stripQuotes(text);
	return text.startsWith("'") ? text.slice(1, -1) : text;
}

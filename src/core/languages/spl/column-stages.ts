import { onlyValue } from "../syntax/choices";
import { readEvalArgument } from "./eval-expression";
import type { EvalValue } from "./eval-values";
import { readRegex } from "./filter-stages";
import { EvalLowering } from "./lower-eval";
import type { Pipeline } from "./pipeline";
import { isStageEnd, type SplReader } from "./spl-reader";
import type { StageReader } from "./stage";
import { isWordItem, namesOf, optionOf, readItems, type StageItem } from "./stage-items";

/** Functions that give a field's value in another spelling, so that what `eval x=lower(y)` makes is the events' own where `y` is. */
const COPYING: ReadonlySet<string> = new Set(
	"lower upper tostring trim ltrim rtrim urldecode mvdedup".split(" "),
);

/** Those among them that give letters of one case. */
const FOLDING: ReadonlySet<string> = new Set(["lower", "upper"]);

/** Fields that commands make without naming them. */
const MADE_BY: ReadonlyMap<string, readonly string[]> = new Map([
	["iplocation", ["City", "Country", "Region", "Continent", "MetroCode", "Timezone", "lat", "lon"]],
	["addinfo", ["info_min_time", "info_max_time", "info_sid", "info_search_time"]],
	["cluster", ["cluster_count", "cluster_label"]],
	["rangemap", ["range"]],
	["anomalydetection", ["log_event_prob", "probable_cause", "probable_cause_freq", "max_freq"]],
	["addtotals", ["Total"]],
	["concurrency", ["concurrency"]],
	["anomalies", ["unexpectedness"]],
	["apply", ["IsOutlier", "isOutlier", "BoundaryRanges", "pred_*", "predicted_*"]],
]);

/** Options that name a field for a command to make. */
const NAMING_OPTIONS: ReadonlySet<string> = new Set(
	"fieldname countfield labelfield outfield outputfield output_field column_name".split(" "),
);

/** Commands that read an index that an option names, or a search that was saved. */
const READING_INDEX: ReadonlySet<string> = new Set(
	"metadata dbinspect eventcount walklex tscollect savedsearch loadjob".split(" "),
);

/** `eval` and `fieldformat`: assignments with commas between them. */
export const readEvalStage: StageReader = (reader, pipeline, command) => {
	const { cursor } = reader;
	while (!isStageEnd(cursor)) {
		const start = cursor.offset;
		while (!isStageEnd(cursor) && !cursor.is("=") && !cursor.is(",")) cursor.take();
		const end = Math.max(cursor.lastEnd, start);
		const name = reader.text.slice(start, end).replace(/^["']|["']$/g, "");
		if (!cursor.expect("=")) return;
		const value = readEvalArgument(reader, pipeline);
		if (command === "eval") noteAssignment(name, value, reader, pipeline);
		if (cursor.eat(",")) continue;
		return;
	}
};

/** `rename a as b, c as d`. */
export const readRenameStage: StageReader = (reader, pipeline) => {
	const items = readItems(reader, pipeline);
	const scope = pipeline.fields;
	const renamed = new Map<string, string>();
	for (let at = 1; at < items.length; at++) {
		if (!isWordItem(items[at], "as")) continue;
		const [old, name] = [textOf(items[at - 1]), textOf(items[at + 1])];
		if (old === undefined || name === undefined) continue;
		renamed.set(old, name);
		scope.rename(scope.nameOf(old), scope.nameOf(name));
	}
	if (pipeline.columns !== null)
		pipeline.columns = pipeline.columns.map((column) => renamed.get(column) ?? column);
};

/** `rex`: the names of groups become fields. */
export const readRexStage: StageReader = (reader, pipeline) => {
	const { cursor } = reader;
	let isSed = false;
	while (!isStageEnd(cursor)) {
		if (cursor.peek()?.kind === "macro") reader.takeMacro(false);
		else if (cursor.peek()?.kind === "string" || !cursor.is("=", 1)) {
			const regex = readRegex(reader) ?? "";
			if (isSed) continue;
			for (const found of regex.matchAll(/\(\?P?<([A-Za-z_]\w*)>/g))
				pipeline.fields.compute(found[1] ?? "");
		} else {
			const name = cursor.take()?.text.toLowerCase();
			cursor.take();
			const value = cursor.take();
			isSed ||= name === "mode" && value?.text.toLowerCase() === "sed";
			if (name === "offset_field" && value !== undefined) pipeline.fields.compute(value.text);
			while (cursor.peek()?.isGlued === true && cursor.peek()?.kind !== "symbol") cursor.take();
		}
	}
};

/** `lookup`: what it puts out is the query's own. */
export const readLookupStage: StageReader = (reader, pipeline) => {
	const items = readItems(reader, pipeline);
	let isOutput = false;
	for (const [at, item] of items.entries()) {
		if (isWordItem(item, "output") || isWordItem(item, "outputnew")) isOutput = true;
		else if (isOutput && !isWordItem(item, "as") && !isWordItem(items[at + 1], "as")) {
			const name = textOf(item);
			if (name !== undefined) pipeline.fields.compute(name);
		}
	}
};

/** `spath`: the field that it is told to make. */
export const readSpathStage: StageReader = (reader, pipeline) => {
	const output = optionOf(readItems(reader, pipeline), "output");
	if (output !== undefined) pipeline.fields.compute(output);
};

/** `bin` and `bucket`: a span of time counts for the aggregation that follows. */
export const readBinStage: StageReader = (reader, pipeline) => {
	const items = readItems(reader, pipeline);
	const names = namesOf(items);
	if (names.includes("_time")) pipeline.timeSpan = optionOf(items, "span") ?? pipeline.timeSpan;
	noteAliases(items, pipeline);
};

/** `fields`, `table`, `return`: the columns that are left. */
export const readColumnStage: StageReader = (reader, pipeline, command) => {
	const items = readItems(reader, pipeline);
	const names = namesOf(items);
	const [first = ""] = names;
	if (command === "fields" && (first === "-" || first.startsWith("-"))) return;
	const columns = names.filter(
		(name) => name !== "+" && !(command === "return" && /^\d+$/.test(name)),
	);
	const options = items.flatMap((item) => (item.kind === "option" ? [item.name] : []));
	pipeline.columns = [...columns, ...(command === "return" ? options : [])].map((name) =>
		name.replace(/^\+/, ""),
	);
};

/** Commands whose arguments select nothing; some make fields. */
export const readPassiveStage: StageReader = (reader, pipeline, command) => {
	const items = readItems(reader, pipeline);
	noteAliases(items, pipeline);
	if (READING_INDEX.has(command)) noteIndex(reader, items);
	const prefix = command === "iplocation" ? (optionOf(items, "prefix") ?? "") : "";
	for (const name of MADE_BY.get(command) ?? []) pipeline.fields.compute(prefix + name);
	for (const item of items)
		if (item.kind === "option" && NAMING_OPTIONS.has(item.name.toLowerCase()))
			pipeline.fields.compute(item.value);
	const names = namesOf(items);
	const made = command === "untable" ? names.slice(1) : command === "erex" ? names.slice(0, 1) : [];
	for (const name of command === "strcat" ? names.slice(-1) : made) pipeline.fields.compute(name);
};

function noteAliases(items: readonly StageItem[], pipeline: Pipeline): void {
	for (let at = 1; at < items.length; at++) {
		const alias = isWordItem(items[at - 1], "as") ? textOf(items[at]) : undefined;
		if (alias !== undefined) pipeline.fields.compute(alias);
	}
}

function noteIndex(reader: SplReader, items: readonly StageItem[]): void {
	for (const item of items) {
		const { start, end } = item;
		if (item.kind === "option" && item.name.toLowerCase() === "index")
			reader.addSource("index", item.value, start, end);
		if (item.kind === "option" && item.name.toLowerCase() === "savedsearch")
			reader.addSource("function", item.value, start, end);
		if (item.kind === "name") reader.addSource("function", item.text, start, end);
	}
}

/** A name in a `foreach` has the field's in it (`n_<<FIELD>>`). */
function noteAssignment(
	name: string,
	value: EvalValue,
	reader: SplReader,
	pipeline: Pipeline,
): void {
	const { fields } = pipeline;
	const lowering = new EvalLowering(reader, pipeline);
	const copied = copiedField(name, value);
	const choices =
		value.kind === "constant"
			? onlyValue(value.value)
			: value.kind === "field"
				? undefined
				: lowering.choices.read(value);
	if (copied !== undefined) fields.copy(copied, name, isFolded(value));
	else fields.compute(name.includes("<<") ? name.replace(/<<\w+>>/g, "*") : name);
	if (choices !== undefined) lowering.choose(name, choices);
}

/** The field that a value is a copy of, perhaps in another spelling; undefined where there is none. */
function copiedField(name: string, value: EvalValue): string | undefined {
	// Outside of quotes a dot joins two values.
	if (value.kind === "field")
		return value.name.includes(".") && value.end - value.start === value.name.length
			? undefined
			: value.name;
	if (value.kind !== "call") return undefined;
	const [first] = value.values;
	const copied = first === undefined ? undefined : copiedField(name, first);
	// A value that stands in for one that is missing leaves the field what it is.
	const isCopy = COPYING.has(value.name) || (copied === name && value.name === "coalesce");
	return isCopy ? copied : undefined;
}

function isFolded(value: EvalValue): boolean {
	if (value.kind !== "call" || value.name === "coalesce") return false;
	const [first] = value.values;
	return FOLDING.has(value.name) || (first !== undefined && isFolded(first));
}

function textOf(item: StageItem | undefined): string | undefined {
	if (item?.kind === "name") return item.text;
	return item?.kind === "call" ? `${item.name}(${item.argument ?? ""})` : undefined;
}

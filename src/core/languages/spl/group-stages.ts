import type { Condition } from "../../model/detection";
import { groupBy, readAggregates } from "./aggregates";
import { readEvalArgument } from "./eval-expression";
import { EvalLowering } from "./lower-eval";
import type { Pipeline } from "./pipeline";
import { readQuotedSearch, readSearchTerm } from "./search-expression";
import { stripQuotes, unescapeSpl } from "./quoted-text";
import { isStageEnd, type SplReader } from "./spl-reader";
import type { StageReader } from "./stage";
import { namesOf, optionOf, readItems, type StageItem } from "./stage-items";
import { dropUnknown } from "./subsearch";

const ENDS: ReadonlySet<string> = new Set(["startswith=", "endswith="]);
const WHERE: ReadonlySet<string> = new Set(["where"]);

/** `stats`, `chart`, `timechart`, `geostats`: only the groups are left. */
export const readStatsStage: StageReader = (reader, pipeline, command) => {
	const items = readItems(reader, pipeline, command === "timechart" ? WHERE : undefined);
	if (reader.cursor.eatWord("where")) readItemsToEnd(reader, pipeline);
	const aggregates = readAggregates(items, pipeline, reader);
	const isOverTime = command === "timechart" || command === "sitimechart";
	const by = isOverTime ? ["_time", ...aggregates.by] : aggregates.by;
	groupBy(pipeline, { ...aggregates, by }, true, reader);
};

/** `eventstats` and `streamstats`: every row gets what its group has. */
export const readRunningStage: StageReader = (reader, pipeline) => {
	const items = readItems(reader, pipeline);
	const window = optionOf(items, "time_window") ?? null;
	const aggregates = readAggregates(items, pipeline, reader);
	groupBy(pipeline, { ...aggregates, window }, false, reader);
};

/** `top` and `rare`: how often values of fields occur. */
export const readTopStage: StageReader = (reader, pipeline) => {
	const items = readItems(reader, pipeline);
	const names = namesOf(items).filter((name, index) => index > 0 || !/^\d+$/.test(name));
	const by = names
		.filter((name) => name.toLowerCase() !== "by")
		.map((name) => pipeline.fields.nameOf(name));
	const computed = [
		optionOf(items, "countfield") ?? "count",
		optionOf(items, "percentfield") ?? "percent",
	];
	const chosen = new Map<string, never>();
	groupBy(pipeline, { by, window: null, computed, kept: [], chosen }, true, reader);
};

/** `transaction`: events with the same values become one row; where its first and last are described, a sequence. */
export const readTransactionStage: StageReader = (reader, pipeline) => {
	const { cursor } = reader;
	const ends = new Map<string, Condition>();
	const items: StageItem[] = [];
	while (!isStageEnd(cursor)) {
		const before = cursor.index;
		const word = cursor.peek()?.text.toLowerCase() ?? "";
		if ((word === "startswith" || word === "endswith") && cursor.is("=", 1)) {
			cursor.take();
			cursor.take();
			ends.set(word, readEnd(reader, pipeline));
		} else for (const item of readItems(reader, pipeline, ENDS)) items.push(item);
		if (cursor.index === before) break;
	}
	const by = namesOf(items).map((name) => pipeline.fields.nameOf(name));
	const window = optionOf(items, "maxspan") ?? null;
	const start = ends.get("startswith");
	const end = ends.get("endswith");
	const steps = [start, end].flatMap((condition) =>
		condition === undefined ? [] : [{ source: null, condition, by: [], runs: 1, isMissing: false }],
	);
	const computed = ["duration", "eventcount", "closed_txn", "linecount"];
	if (steps.length > 0) {
		const sequence = { kind: "sequence", by, maxSpan: window, steps, until: null } as const;
		pipeline.join("transaction", [sequence], by);
		for (const name of computed) pipeline.fields.compute(name);
	} else pipeline.group({ by, window, computed, isReducing: false });
};

/** What the first or the last event of a transaction is: a search in brackets or quotes, or `eval(…)`. */
function readEnd(reader: SplReader, pipeline: Pipeline): Condition {
	const { cursor } = reader;
	const token = cursor.peek();
	if (cursor.isWord("eval") && cursor.is("(", 1)) {
		cursor.take();
		cursor.take();
		const value = readEvalArgument(reader, pipeline);
		cursor.expect(")");
		return dropUnknown(new EvalLowering(reader, pipeline).truth(value));
	}
	if (token?.kind === "string") {
		cursor.take();
		return readQuotedSearch(reader, unescapeSpl(stripQuotes(token.text), true), pipeline, token);
	}
	return dropUnknown(readSearchTerm(reader, pipeline));
}

/** Reads `where sum in top5` and the like, which choose the series of a chart. */
function readItemsToEnd(reader: SplReader, pipeline: Pipeline): void {
	const { cursor } = reader;
	for (let before = -1; before !== cursor.index && !isStageEnd(cursor);) {
		before = cursor.index;
		readItems(reader, pipeline);
		if (/^[<>]=?$/.test(cursor.peek()?.text ?? "")) cursor.take();
	}
}

import type { QueryParser } from "../../model/detection";
import {
	readAppendPipeStage,
	readAppendStage,
	readForeachStage,
	readJoinStage,
	readMapStage,
} from "./branch-stages";
import {
	readBinStage,
	readColumnStage,
	readEvalStage,
	readLookupStage,
	readPassiveStage,
	readRenameStage,
	readRexStage,
	readSpathStage,
} from "./column-stages";
import { beginsStage, isPassive } from "./command-words";
import { expandMacros } from "./expand-macros";
import {
	readHeadStage,
	readRegexStage,
	readSearchStage,
	readSearchTransactionStage,
	readWhereStage,
} from "./filter-stages";
import { readFromStage } from "./from-stage";
import {
	readRunningStage,
	readStatsStage,
	readTopStage,
	readTransactionStage,
} from "./group-stages";
import { listSources } from "./list-sources";
import { Pipeline } from "./pipeline";
import { readPivotStage } from "./pivot-stage";
import {
	readDataModelStage,
	readInputLookupStage,
	readMetricsStage,
	readTstatsStage,
} from "./source-stages";
import { endsStage, isStageEnd, SplReader } from "./spl-reader";
import type { StageReader } from "./stage";

const STAGES: ReadonlyMap<string, StageReader> = new Map([
	["search", readSearchStage],
	["metasearch", readSearchStage],
	["searchtxn", readSearchTransactionStage],
	["where", readWhereStage],
	["regex", readRegexStage],
	["head", readHeadStage],
	["eval", readEvalStage],
	["fieldformat", readEvalStage],
	["rename", readRenameStage],
	["rex", readRexStage],
	["lookup", readLookupStage],
	["spath", readSpathStage],
	["bin", readBinStage],
	["bucket", readBinStage],
	["discretize", readBinStage],
	["fields", readColumnStage],
	["table", readColumnStage],
	["return", readColumnStage],
	["stats", readStatsStage],
	["sistats", readStatsStage],
	["chart", readStatsStage],
	["sichart", readStatsStage],
	["timechart", readStatsStage],
	["sitimechart", readStatsStage],
	["geostats", readStatsStage],
	["eventstats", readRunningStage],
	["streamstats", readRunningStage],
	["top", readTopStage],
	["rare", readTopStage],
	["sitop", readTopStage],
	["sirare", readTopStage],
	["transaction", readTransactionStage],
	["tstats", readTstatsStage],
	["mstats", readTstatsStage],
	["mcatalog", readTstatsStage],
	["mpreview", readMetricsStage],
	["msearch", readMetricsStage],
	["pivot", readPivotStage],
	["datamodel", readDataModelStage],
	["inputlookup", readInputLookupStage],
	["from", readFromStage],
	["join", readJoinStage],
	["append", readAppendStage],
	["appendcols", readAppendStage],
	["union", readAppendStage],
	["multisearch", readAppendStage],
	["set", readAppendStage],
	["branch", readAppendStage],
	["appendpipe", readAppendPipeStage],
	["multireport", readAppendPipeStage],
	// No command of Splunk's own, but one that people write for remarks.
	["comment", readPassiveStage],
	["foreach", readForeachStage],
	["map", readMapStage],
]);

/**
 * Parses SPL: the search that selects events, and the stages behind it. Source: Splunk Search Reference and Search Manual, 9.x.
 *
 * Macros are written out first; what one gives has the place of its call. A filter macro that nobody filled in restricts nothing, another
 * one that is defined nowhere is kept as a source. `tstats` and its kin are aggregations; conditions after one are its `having` where they
 * concern what it made, else a filter. A subsearch is a detection of its own in a join; one that only gives a lookup's column is a
 * predicate with that list. A stage that is not known is one opaque leaf.
 */
export const parseSpl: QueryParser = (text, context) => {
	const reader = new SplReader(expandMacros(text, context), context, readPipeline);
	const pipeline = new Pipeline();
	readPipeline(reader, pipeline, false);
	const detection = pipeline.finish();
	return {
		detection,
		sources: listSources(reader.allSources, detection),
		problems: reader.problems,
		tokens: reader.account,
	};
};

function readPipeline(reader: SplReader, pipeline: Pipeline, isSubsearch: boolean): void {
	const { cursor } = reader;
	for (let isFirst = true; !cursor.isAtEnd; isFirst = false) {
		if (cursor.is("]") && cursor.peek()?.kind === "symbol") {
			if (isSubsearch) break;
			pipeline.filter(reader.skipClosing("]"));
		}
		const isPiped = cursor.eat("|");
		if (isStageEnd(cursor)) continue;
		readStage(reader, pipeline, isPiped, isFirst && !isSubsearch);
		finishStage(reader, pipeline);
	}
	if (!pipeline.isOverfull) return;
	cursor.report("query-too-deep", "warning", "there are too many aggregations and joins");
}

function readStage(
	reader: SplReader,
	pipeline: Pipeline,
	isPiped: boolean,
	isFirst: boolean,
): void {
	const { cursor } = reader;
	const token = cursor.peek();
	const command = token?.kind === "word" ? token.text.toLowerCase() : "";
	if (isPiped && token?.kind === "macro") {
		reader.takeMacro(true);
		return;
	}
	const isCommand = isPiped || beginsStage(command, isFirst);
	if (!isCommand || (!isPiped && cursor.is("=", 1))) {
		readSearchStage(reader, pipeline, "search");
		return;
	}
	const stage = STAGES.get(command) ?? (isPassive(command) ? readPassiveStage : undefined);
	if (stage === undefined) {
		const reason = `the command \u201C${token?.text ?? ""}\u201D is not known`;
		pipeline.filter(reader.skipOpaque(reason, endsStage));
		return;
	}
	cursor.take();
	stage(reader, pipeline, command);
}

/** What a stage left is kept as one opaque leaf; a macro there may stand for anything, a pipe and more stages too. */
function finishStage(reader: SplReader, pipeline: Pipeline): void {
	const { cursor } = reader;
	while (!isStageEnd(cursor)) {
		if (cursor.peek()?.kind === "macro") {
			reader.takeMacro(false);
			continue;
		}
		const reason = "not part of this command\u2019s arguments";
		const rest = cursor.is(")")
			? reader.skipClosing(")")
			: reader.skipOpaque(reason, (token) => endsStage(token) || token.text === ")");
		pipeline.filter(rest);
	}
}

import type { Condition } from "../../model/detection";
import type { PredicateOperator } from "../../model/predicate";
import { negate } from "../syntax/conditions";
import { lowerRegex } from "../syntax/lower-regex";
import { groupBy, readAggregates } from "./aggregates";
import { COMPARISON_SIGNS } from "../syntax/comparison-signs";
import type { Pipeline } from "./pipeline";
import { readSearchValue, readValueList } from "./read-search-value";
import { lowerSearchValue, plainValue } from "./search-values";
import { setDataModel } from "./source-stages";
import { isStageEnd, type SplReader } from "./spl-reader";
import type { StageReader } from "./stage";
import { nameOf, namesOf, readItem, readItems, type StageItem } from "./stage-items";

const FILTER: ReadonlySet<string> = new Set(["filter"]);
/** What a filter's comparisons ask that are words, in lower case. */
const WORDS: ReadonlyMap<string, PredicateOperator> = new Map([
	["is", "eq"],
	["isnot", "ne"],
	["contains", "contains"],
	["doesnotcontain", "contains"],
	["startswith", "starts_with"],
	["endswith", "ends_with"],
	["regex", "regex_match"],
	["in", "in"],
	["isnull", "is_null"],
	["isnotnull", "exists"],
]);

/**
 * `pivot`: a data model, its object, functions, then `SPLITROW`, `SPLITCOL` and `FILTER` in any order. Source: Splunk Search Reference,
 * "pivot".
 */
export const readPivotStage: StageReader = (reader, pipeline) => {
	const { cursor } = reader;
	const start = cursor.offset;
	const named: StageItem[] = [];
	while (named.length < 2 && cursor.peek() !== undefined && cursor.peek()?.kind !== "symbol")
		named.push(readItem(reader, pipeline));
	setDataModel(reader, pipeline, namesOf(named).join("."), start);
	const items: StageItem[] = [];
	for (let before = -1; before !== cursor.index && !isStageEnd(cursor);) {
		before = cursor.index;
		if (cursor.eatWord("filter")) pipeline.filter(readFilter(reader, pipeline));
		else for (const item of readItems(reader, pipeline, FILTER)) items.push(item);
	}
	const split = items.findIndex(isSplit);
	const [heads, splits] = split === -1 ? [items, []] : [items.slice(0, split), items.slice(split)];
	const by = namesOf(splits.filter((_, index) => isSplit(splits[index - 1])));
	groupBy(pipeline, { ...readAggregates(heads, pipeline, reader), by }, true, reader);
};

/** Reads `field comparison value`. */
function readFilter(reader: SplReader, pipeline: Pipeline): Condition {
	const { cursor } = reader;
	const start = cursor.offset;
	const name = nameOf(isStageEnd(cursor) ? undefined : cursor.take());
	const word = cursor.peek()?.text.toLowerCase() ?? "";
	const op = WORDS.get(word) ?? COMPARISON_SIGNS.get(word);
	if (op === undefined) return reader.skipOpaque("no comparison of a filter", () => true);
	cursor.take();
	const { terms, op: as, isCaseSensitive } = readOperand(reader, op);
	const field = pipeline.fields.nameOf(name);
	const parts = { field, op: as, terms, isCaseSensitive, transform: null };
	const found = reader.leafOf(pipeline.fields, parts, start, cursor.lastEnd);
	const isNegated = word.startsWith("doesnot") || (op === "ne" && as !== "ne");
	return isNegated ? negate(found) : found;
}

function readOperand(
	reader: SplReader,
	op: PredicateOperator,
): Pick<Parameters<SplReader["leafOf"]>[1], "op" | "terms" | "isCaseSensitive"> {
	const { cursor } = reader;
	if (op === "is_null" || op === "exists") return { op, terms: [], isCaseSensitive: null };
	const isList = op === "in" && cursor.eat("(");
	const values = isList ? readValueList(reader) : [readSearchValue(reader, false)];
	const terms = values.map((value) => ({ value: plainValue(value), at: value.at }));
	const [first] = values;
	if (first !== undefined && op === "regex_match") {
		const { op: as, value, isCaseFolded } = lowerRegex(first.text);
		return { op: as, terms: [{ value, at: first.at }], isCaseSensitive: !isCaseFolded };
	}
	if (first === undefined || (op !== "eq" && op !== "ne"))
		return { op, terms, isCaseSensitive: false };
	const lowered = lowerSearchValue(first);
	return { ...lowered, op: lowered.op === "eq" ? op : lowered.op, isCaseSensitive: false };
}

function isSplit(item: StageItem | undefined): boolean {
	return item?.kind === "name" && !item.isQuoted && /^split(?:row|col)$/i.test(item.text);
}

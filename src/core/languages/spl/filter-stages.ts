import type { Condition } from "../../model/detection";
import { ALWAYS, negate } from "../syntax/conditions";
import { lowerRegex } from "../syntax/lower-regex";
import { readEvalArgument, readEvalCondition } from "./eval-expression";
import { EvalLowering } from "./lower-eval";
import type { Pipeline } from "./pipeline";
import { stripQuotes, unescapeSpl } from "./quoted-text";
import { readSearchExpression } from "./search-expression";
import { isStageEnd, type SplReader } from "./spl-reader";
import type { StageReader } from "./stage";
import { dropUnknown } from "./subsearch";

/** `search`, and the search that a query begins with. */
export const readSearchStage: StageReader = (reader, pipeline) => {
	pipeline.filter(dropUnknown(readSearchExpression(reader, pipeline)));
};

/** `searchtxn`: the name of a kind of transaction, and what its events hold. */
export const readSearchTransactionStage: StageReader = (reader, pipeline, command) => {
	if (!isStageEnd(reader.cursor)) reader.cursor.take();
	readSearchStage(reader, pipeline, command);
};

/** `where`: an expression. */
export const readWhereStage: StageReader = (reader, pipeline) => {
	if (isStageEnd(reader.cursor)) return;
	pipeline.filter(dropUnknown(readEvalCondition(reader, pipeline)));
};

/** `head`: a number of rows, or a condition while which rows are kept. */
export const readHeadStage: StageReader = (reader, pipeline) => {
	const { cursor } = reader;
	while (!isStageEnd(cursor)) {
		const isOption =
			cursor.is("=", 1) && /^(?:limit|null|keeplast)$/i.test(cursor.peek()?.text ?? "");
		if (isOption) {
			cursor.take();
			cursor.take();
			cursor.take();
			continue;
		}
		const before = cursor.index;
		const value = readEvalArgument(reader, pipeline);
		if (value.kind === "condition") pipeline.filter(dropUnknown(value.condition));
		else if (value.kind === "call")
			pipeline.filter(dropUnknown(new EvalLowering(reader, pipeline).truth(value)));
		if (cursor.index === before) return;
	}
};

/** `regex field="…"`, `regex field!="…"`, `regex "…"` over the whole event; a sign that was left out is meant as `=`. */
export const readRegexStage: StageReader = (reader, pipeline) => {
	const { cursor } = reader;
	const start = cursor.offset;
	const [first, operator] = [cursor.peek(), cursor.peek(1)];
	const isSigned = operator?.kind === "symbol" && /^!?=$/.test(operator.text);
	const isNamed = isSigned || (first?.kind === "word" && operator?.kind === "string");
	if (isNamed) cursor.take();
	if (isSigned) cursor.take();
	const name = first === undefined || !isNamed ? "_raw" : first.text.replace(/^["']|["']$/g, "");
	const at = reader.placeOf(cursor.offset);
	const regex = readRegex(reader);
	if (regex === undefined) {
		cursor.fail("a regular expression is missing here");
		if (cursor.lastEnd > start) pipeline.filter(reader.breakOff(start));
		return;
	}
	const found = lowerToLeaf(reader, pipeline, pipeline.fields.nameOf(name), regex, at, start);
	pipeline.filter(isSigned && operator.text === "!=" ? negate(found) : found);
};

/** Reads a regular expression in quotes, or all words up to the end of the stage; undefined where there is none. */
export function readRegex(reader: SplReader): string | undefined {
	const { cursor } = reader;
	const token = cursor.peek();
	if (token === undefined || isStageEnd(cursor)) return undefined;
	if (token.kind === "broken") {
		cursor.skip();
		return undefined;
	}
	if (token.kind === "string") {
		cursor.take();
		return unescapeSpl(stripQuotes(token.text), true);
	}
	while (!isStageEnd(cursor)) cursor.take();
	return reader.text.slice(token.start, cursor.lastEnd);
}

function lowerToLeaf(
	reader: SplReader,
	pipeline: Pipeline,
	field: string,
	regex: string,
	at: number,
	start: number,
): Condition {
	const { op, value, isCaseFolded } = lowerRegex(regex);
	if (value === "") return ALWAYS;
	const terms = [{ value, at }];
	const parts = { field, op, terms, isCaseSensitive: !isCaseFolded, transform: null };
	return reader.leafOf(pipeline.fields, parts, start, reader.cursor.lastEnd);
}

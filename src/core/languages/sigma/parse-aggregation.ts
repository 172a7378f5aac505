import type { Condition, Detection, DetectionStep } from "../../model/detection";
import type { Predicate, PredicateOperator } from "../../model/predicate";
import type { Span } from "../../text/span";
import { ALWAYS, leaf } from "../syntax/conditions";
import { readPlainNumber } from "../syntax/plain-values";
import type { TokenCursor } from "../syntax/token-cursor";
import { COMPARISON_SIGNS } from "../syntax/comparison-signs";
import { parseCondition } from "./parse-condition";
import { refuseRest } from "./parse-names";
import type { SigmaToken } from "./scan-sigma";
import type { Selections } from "./selections";

/**
 * Parses what stands behind the pipe of an old condition (Sigma specification 1.0, "Aggregation expression"; replaced by correlations):
 * `count(field) by other > 5` with `min`, `max`, `avg`, `sum`, or `near` and the selections that must be close.
 *
 * The pipe is taken. `window` is the detection's timeframe. What does not follow the grammar is reported and kept as an opaque leaf.
 */
export function parseAggregation(
	cursor: TokenCursor<SigmaToken>,
	found: Condition,
	window: string | null,
	selections: Selections,
): Detection {
	cursor.take();
	if (cursor.eatWord("near")) {
		const near = parseCondition(cursor, selections);
		const steps = [found, ...(near.kind === "and" && near.name === null ? near.parts : [near])];
		if (!cursor.isAtEnd) steps.push(refuseRest(cursor, "nothing can follow behind near"));
		return {
			kind: "sample",
			by: [],
			maxSpan: window,
			steps: steps.map(stepOf),
			until: null,
		};
	}
	const { by, having } = parseCount(cursor);
	return { kind: "aggregate", of: { kind: "event", condition: found }, by, window, having };
}

function stepOf(condition: Condition): DetectionStep {
	const isMissing = condition.kind === "not";
	const inner = isMissing ? condition.part : condition;
	return { source: null, condition: inner, by: [], runs: 1, isMissing };
}

function parseCount(cursor: TokenCursor<SigmaToken>): {
	by: readonly string[];
	having: Condition;
} {
	const start = cursor.offset;
	const by: string[] = [];
	const name = cursor.peek()?.text.toLowerCase() ?? "";
	if (!["count", "min", "max", "avg", "sum"].includes(name))
		return { by, having: refuseRest(cursor, "the aggregation is not known") };
	cursor.take();
	const field = parseArgument(cursor);
	if (cursor.eatWord("by")) {
		do {
			const token = cursor.peek();
			if (token?.kind !== "word") return { by, having: refuseRest(cursor, "a field is missing") };
			by.push(token.text);
			cursor.take();
		} while (cursor.eat(","));
	}
	const operator = COMPARISON_SIGNS.get(cursor.peek()?.text ?? "");
	const bound = cursor.peek(1);
	if (operator === undefined || bound?.kind !== "word" || cursor.peek(2) !== undefined)
		return { by, having: refuseRest(cursor, "the aggregation is compared with nothing") };
	cursor.take();
	cursor.take();
	const value = readPlainNumber(bound.text) ?? bound.text;
	const span = { start, end: bound.end };
	return { by, having: compareGroup(name, field, operator, value, { span, at: bound.start }) };
}

function parseArgument(cursor: TokenCursor<SigmaToken>): string | null {
	if (!cursor.eat("(")) return null;
	// `count` counts different values anyway; some write so in SQL's words.
	if (cursor.isWord("distinct") && cursor.peek(1)?.kind === "word") cursor.take();
	const start = cursor.offset;
	while (cursor.peek()?.kind === "word") cursor.take();
	const field = cursor.text.slice(start, Math.max(start, cursor.lastEnd)).trim();
	cursor.expect(")");
	return field === "" || field === "(" ? null : field;
}

/**
 * A comparison of what groups come to: the number of events where `field` is null, else what `measure` (`count` is the number of
 * different values) makes of a field's values.
 */
export function compareGroup(
	measure: string,
	field: string | null,
	op: PredicateOperator,
	value: number | string,
	place: { readonly span: Span; readonly at: number },
): Condition {
	const predicate: Predicate = {
		field: field ?? measure,
		op,
		terms: [{ value, at: place.at }],
		isCaseSensitive: null,
		transform: field === null ? null : measure,
		origin: "computed",
		source: null,
		span: place.span,
	};
	return leaf(predicate);
}

/** A detection of any event: what the rules find that a correlation names. */
export const ANY_EVENT: Detection = { kind: "event", condition: ALWAYS };

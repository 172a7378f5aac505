import type { NoteLookup } from "../index/note-index";
import type { Steps } from "../text/steps";
import { finishSteps } from "../text/steps";
import { compileExpression } from "./evaluate/compile-expression";
import { attempt, EvaluationFailure } from "./evaluate/evaluation-failure";
import { createContext, type QueryOptions } from "./evaluate/create-context";
import type { RunContext } from "./evaluate/run-context";
import type { ErrorOutcome, QueryError, QueryOutcome } from "./outcome";
import { parseQuery, parseWholeExpression } from "./parse/parse-query";
import { QueryFailure, toQueryError } from "./run/failures";
import { createPlanTrace } from "./run/plan-trace";
import { runParsed } from "./run/run-parsed";

/**
 * Runs a query (`TABLE`, `LIST`, `TASK`, `CALENDAR`) or an inline expression (`= …`) over the notes of an index. With `EXPLAIN` before it
 * a query gives how it runs: a table with the columns `step`, `how` and `rows`, a row for each step.
 *
 * Never throws: an outcome is rows with those that failed beside them, a value, or an error with line and column.
 */
export function runQuery(index: NoteLookup, text: string, options: QueryOptions): QueryOutcome {
	return finishSteps(runQueryInSteps(index, text, options));
}

/** Does the same in pieces. Where notes change between two of them, the outcome may be partly of before and partly of after. */
export function* runQueryInSteps(
	index: NoteLookup,
	text: string,
	options: QueryOptions,
): Steps<QueryOutcome> {
	try {
		return yield* answer(index, text, options);
	} catch (error) {
		if (error instanceof QueryFailure) return errorOutcome(toQueryError(error, text));
		if (isOutOfStack(error)) return errorOutcome(TOO_DEEP);
		throw error;
	}
}

/** A chain of thousands of operators, or values in values in values. */
const TOO_DEEP: QueryError = {
	kind: "execution",
	message: "something in the query is nested too deeply, or chained too long",
	line: 1,
	column: 1,
};

/** How deep is too deep depends on the host, which says so only once it is. */
function isOutOfStack(error: unknown): boolean {
	return error instanceof RangeError && /call stack/i.test(error.message);
}

function* answer(index: NoteLookup, text: string, options: QueryOptions): Steps<QueryOutcome> {
	const start = text.length - text.trimStart().length;
	if (text.charAt(start) === "=") {
		return runInline(text, start + 1, createContext(index, options, undefined));
	}
	const parsed = parseQuery(text);
	if (!parsed.ok) return errorOutcome(parsed.error);
	const { query } = parsed;
	const plan = query.isExplained ? createPlanTrace(text) : undefined;
	const outcome = yield* runParsed(query, text, createContext(index, options, plan));
	return plan === undefined ? outcome : plan.outcome(outcome.hints);
}

function errorOutcome(error: QueryError): ErrorOutcome {
	return { type: "error", error };
}

function runInline(text: string, start: number, context: RunContext): QueryOutcome {
	// Blanks in place of what stands before keep lines and columns those of the whole text.
	const parsed = parseWholeExpression(text.slice(0, start).replace(/\S/g, " ") + text.slice(start));
	if (!parsed.ok) return errorOutcome(parsed.error);
	const compute = compileExpression(parsed.expression, context);
	const value = attempt(() => compute(new Map()));
	if (!(value instanceof EvaluationFailure)) return { type: "value", value };
	const failure = new QueryFailure(value.message, value.span ?? parsed.expression.span);
	return errorOutcome(toQueryError(failure, text));
}

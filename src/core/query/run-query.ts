import type { NoteLookup } from "../index/note-index";
import type { ObjectValue, Value } from "../model/value";
import { compileExpression } from "./evaluate/compile-expression";
import { attempt, EvaluationFailure } from "./evaluate/evaluation-failure";
import type { RunContext } from "./evaluate/run-context";
import type { ErrorOutcome, FailedRow, QueryError, QueryOutcome } from "./outcome";
import type { Query } from "./parse/ast";
import { parseQuery, parseWholeExpression } from "./parse/parse-query";
import { createTextPattern, type PatternFault, type TextPattern } from "./patterns/text-pattern";
import { extractOutcome } from "./run/extract";
import { QueryFailure, toQueryError } from "./run/failures";
import { runOperation, type RowSet } from "./run/operations";
import { rowOfNote, rowsOfTasks } from "./run/row";
import { selectNotes } from "./run/select-notes";
import { createTextStyle } from "./values/text-style";

/** Where and when a query runs. */
export interface QueryOptions {
	/** Path of the note it stands in, for `this` and `[[]]`; null where it stands in none. */
	readonly origin: string | null;
	/** The moment it runs at, as ISO 8601 text with a zone, or ms since 1970. */
	readonly now: string | number;
	/** Zone of dates that name none, an IANA name; UTC unless told. */
	readonly zone?: string;
	/** Language for the order of texts and for names of months, a BCP 47 tag; `en-US` unless told. */
	readonly locale?: string;
}

const EMPTY: ObjectValue = { kind: "object", fields: new Map() };

/**
 * Runs a query (`TABLE`, `LIST`, `TASK`, `CALENDAR`) or an inline expression (`= …`) over the notes of an index.
 *
 * Never throws: an outcome is rows with those that failed beside them, a value, or an error with line and column.
 */
export function runQuery(index: NoteLookup, text: string, options: QueryOptions): QueryOutcome {
	const context = createContext(index, options);
	const start = text.length - text.trimStart().length;
	if (text.charAt(start) === "=") return runInline(text, start + 1, context);
	const parsed = parseQuery(text);
	if (!parsed.ok) return errorOutcome(parsed.error);
	try {
		return runParsed(parsed.query, context);
	} catch (error) {
		if (!(error instanceof QueryFailure)) throw error;
		return errorOutcome(toQueryError(error, text));
	}
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

function runParsed(query: Query, context: RunContext): QueryOutcome {
	const { lookup, origin } = context;
	const selected = selectNotes(query.source, lookup, origin);
	if (!selected.ok) throw new QueryFailure(selected.message, selected.source.span);
	const rows =
		query.header.type === "task"
			? selected.notes.flatMap((note) => rowsOfTasks(note, context))
			: selected.notes.map((note) => rowOfNote(note, context));
	const failed: FailedRow[] = [];
	let set: RowSet = { rows, groups: [] };
	for (const operation of query.operations) set = runOperation(operation, set, context, failed);
	return extractOutcome(query.header, set, context, failed);
}

function createContext(lookup: NoteLookup, options: QueryOptions): RunContext {
	const { zone = "UTC", locale = "en-US" } = options;
	const origin = options.origin ?? "";
	const now = typeof options.now === "number" ? options.now : Date.parse(options.now);
	const style = createTextStyle(locale);
	const reading = { zones: lookup.zones, zone };
	const page = (path: string): ObjectValue | undefined =>
		lookup.resolve(path, origin)?.page(reading);
	const own: Value = lookup.note(origin)?.page(reading) ?? EMPTY;
	return {
		...reading,
		now,
		lookup,
		origin,
		style,
		globals: new Map([["this", own]]),
		page,
		patternOf: createPatternMemory(),
		// A full path means itself, which is by far the most common case.
		normalise: (path) =>
			lookup.note(path) === undefined ? (lookup.resolve(path, origin)?.path ?? path) : path,
		compareText: (left, right) => style.compareText(left, right),
	};
}

function createPatternMemory(): RunContext["patternOf"] {
	const known = new Map<string, TextPattern | PatternFault>();
	return (source) => {
		const pattern = known.get(source) ?? createTextPattern(source);
		known.set(source, pattern);
		return pattern;
	};
}

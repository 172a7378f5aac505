import { EvaluationFailure } from "../evaluate/evaluation-failure";
import type { FailedRow, QueryError } from "../outcome";
import type { Span } from "../parse/ast";
import { positionOf } from "../parse/cursor";
import type { Row } from "./row";

/** Why a whole query has no answer. Thrown while it runs, caught by whoever runs it. */
export class QueryFailure extends Error {
	readonly span: Span | undefined;
	constructor(message: string, span: Span | undefined) {
		super(message);
		this.span = span;
	}
}

/** Gives the error of a failed query, with its place in the text. */
export function toQueryError(failure: QueryFailure, text: string): QueryError {
	const place = positionOf(text, failure.span?.start ?? 0);
	return { kind: "execution", message: failure.message, ...place };
}

/**
 * Computes something for each row, and leaves out the rows on which that fails; these go to `failed` under the name of the column or
 * clause. Where every row fails the query does (Dataview 0.5.70's rule), with the first reason.
 */
export function computeRows<T>(
	rows: readonly Row[],
	column: string,
	span: Span,
	failed: FailedRow[],
	compute: (row: Row) => T,
): { readonly row: Row; readonly value: T }[] {
	const results: { row: Row; value: T }[] = [];
	let first: EvaluationFailure | undefined;
	for (const row of rows) {
		try {
			results.push({ row, value: compute(row) });
		} catch (error) {
			if (!(error instanceof EvaluationFailure)) throw error;
			first ??= error;
			failed.push({ note: row.note, column, message: error.message });
		}
	}
	if (first !== undefined && results.length === 0) {
		throw new QueryFailure(`${column} fails on every row: ${first.message}`, first.span ?? span);
	}
	return results;
}

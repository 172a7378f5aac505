import { EvaluationFailure } from "../evaluate/evaluation-failure";
import type { FailedRow, QueryError } from "../outcome";
import type { Span } from "../parse/ast";
import { positionOf } from "../parse/cursor";
import type { Steps } from "../../text/steps";
import { createBreathing } from "./breathing";
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
 * Computes something for each row and hands it to `use`; rows on which that fails are left out and go to `failed` under the name of the
 * column or clause. Where every row fails the query does (Dataview 0.5.70's rule), with the first reason.
 */
export function* computeRows<T>(
	rows: Iterable<Row>,
	{ name, span }: Clause,
	failed: FailedRow[],
	compute: (row: Row) => T,
	use: (value: T, row: Row) => void,
): Steps<void> {
	let first: EvaluationFailure | undefined;
	let hasAny = false;
	const isPlaceToBreathe = createBreathing();
	for (const row of rows) {
		if (isPlaceToBreathe(row)) yield;
		let value: T;
		try {
			value = compute(row);
		} catch (error) {
			if (!(error instanceof EvaluationFailure)) throw error;
			first ??= error;
			failed.push({ note: row.note, column: name, message: error.message });
			continue;
		}
		hasAny = true;
		use(value, row);
	}
	if (first !== undefined && !hasAny) {
		throw new QueryFailure(`${name} fails on every row: ${first.message}`, first.span ?? span);
	}
}

/** What is computed: the name of the column or clause, and where it stands in the query. */
export interface Clause {
	readonly name: string;
	readonly span: Span;
}

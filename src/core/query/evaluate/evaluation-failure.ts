import type { Span } from "../parse/ast";

/** Why an expression has no value on a row. It is thrown inside the evaluator only; whoever runs rows catches it. */
export class EvaluationFailure extends Error {
	readonly span: Span | undefined;
	constructor(message: string, span?: Span) {
		super(message);
		this.span = span;
	}
}

/** Runs something for a row; gives what it gives, or why it failed. */
export function attempt<T>(run: () => T): T | EvaluationFailure {
	try {
		return run();
	} catch (error) {
		if (error instanceof EvaluationFailure) return error;
		throw error;
	}
}

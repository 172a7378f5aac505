import { EvaluationFailure } from "../evaluate/evaluation-failure";
import type { RunContext } from "../evaluate/run-context";
import type { TextPattern } from "../patterns/text-pattern";

/** Compiles a regular expression from a query, in which it stands as `written`; throws an `EvaluationFailure` where it is none, or could take longer than anyone waits. */
export function compilePattern(source: string, context: RunContext, written = source): TextPattern {
	const pattern = context.patternOf(source);
	if (pattern === "syntax") throw new EvaluationFailure(`"${written}" is no regular expression`);
	if (pattern === "slow") {
		throw new EvaluationFailure(
			`the pattern "${written}" looks ahead, behind or back at what it repeats, which can take forever`,
		);
	}
	return pattern;
}

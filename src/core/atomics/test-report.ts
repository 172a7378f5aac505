import { problemOf } from "../model/problem";
import type { Problem, ProblemCode, Severity } from "../model/problem";
import { findKeyLine } from "./yaml-test-lines";
import type { LineRange } from "./yaml-test-lines";

/** Where what is wrong with one test is told, and where in the file the test stands. */
export interface TestReport {
	readonly lines: readonly string[];
	readonly range: LineRange;
	/** Tells a problem of the test; its line is that of the key, or the test's first line. */
	add(severity: Severity, key: string | null, message: string, code?: ProblemCode): void;
}

/** Opens the report of one test; what is told goes to `problems`, each message led by the test's name. */
export function openTestReport(
	file: string,
	lines: readonly string[],
	range: LineRange,
	name: string,
	problems: Problem[],
): TestReport {
	return {
		lines,
		range,
		add(severity, key, message, code = "atomic-field") {
			const line = key === null ? range.first : findKeyLine(lines, range, key);
			problems.push(problemOf(file, line, code, `${name}: ${message}`, severity));
		},
	};
}

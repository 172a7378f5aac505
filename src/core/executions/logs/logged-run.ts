import type { RunFacts } from "../../model/execution";
import type { Problem } from "../../model/problem";

/** A piece of what a run printed. */
export interface LoggedOutput {
	/** `STDOUT`, `STDERR`, or another word of the log. */
	readonly level: string;
	/** Without secrets, cut where it is long. */
	readonly content: string;
}

/** One run as a log has it. */
export interface LoggedRun extends RunFacts {
	/** The number that the test had among those of its technique; it shifts between releases of the tests. */
	readonly testNumber: number | null;
	/** Without secrets; "" where the log has none. */
	readonly command: string;
	readonly executor: string | null;
	readonly output: readonly LoggedOutput[];
	/** Number of places where a secret was left out. */
	readonly masked: number;
	/** Whether the start is the run's own; else it is the log's, or there is none. */
	readonly hasOwnStart: boolean;
	/** What the log calls the run beside its test, time and host; tells runs apart that have no time. */
	readonly logRef: string;
	readonly file: string;
	/** 1-based in the log, null where it is not known. */
	readonly line: number | null;
}

/** The runs of a log and what is wrong with it; undefined where the text is no log that is known. */
export type LogReading =
	{ readonly runs: readonly LoggedRun[]; readonly problems: readonly Problem[] } | undefined;

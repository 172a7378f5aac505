import type { Problem } from "../../model/problem";
import { problemOf } from "../../model/problem";
import type { LoggedRun } from "../../executions/logs/logged-run";
import { readExecutionLog } from "../../executions/logs/read-execution-log";
import type { PlannedRun, RunVault } from "../../executions/plan-runs";
import { planRuns } from "../../executions/plan-runs";
import type { Progress } from "../../ports/progress";
import type { SourceInput } from "../../ports/source-files";
import { LARGEST, readAsText, readFiles, refuse } from "../read-files";
import type { Tally } from "../tally";
import { createTally } from "../tally";

/** What logs hold, and what became of their files. */
export interface ReadLogs {
	readonly runs: readonly LoggedRun[];
	readonly tally: Tally;
}

/** Reads every file of the sources that is a log of test runs; any other one is skipped with the reason. */
export async function readLogs(
	inputs: readonly SourceInput[],
	progress: Progress,
): Promise<ReadLogs> {
	const tally = createTally();
	const runs: LoggedRun[] = [];
	const begin = (file: string): void => progress.report("read", tally.files.read, null, file);
	const outcomes = readFiles(
		inputs,
		LARGEST.other,
		progress,
		readAsText(({ file, text }) => {
			const reading = readExecutionLog(file, text);
			if (reading === undefined) return refuse([], "this is no log of test runs that is known");
			if (reading.runs.length === 0) return refuse(reading.problems, "the log holds no run");
			return { kind: "log" as const, ...reading };
		}),
		begin,
	);
	for await (const { file, outcome } of outcomes) {
		tally.tell(outcome.problems);
		if (outcome.kind === "none") tally.skip(file, outcome.reason);
		else {
			tally.use();
			for (const run of outcome.runs) runs.push(run);
		}
	}
	return { runs, tally };
}

/** What an import of logs comes to. */
export interface LogResult {
	/** Number of runs read, each once however often it is logged. */
	readonly executions: number;
	/** Of these, those that no test of a runbook is linked to. */
	readonly unmatched: number;
	/** Number of places where a secret was left out. */
	readonly masked: number;
	readonly created: number;
	readonly updated: number;
	readonly unchanged: number;
	readonly problems: readonly Problem[];
}

/** An import of logs, worked out before anything is written. */
export interface LogPlan {
	readonly runs: readonly PlannedRun[];
	readonly result: LogResult;
}

/** Works out what the runs of logs become. Unmatched runs are told, each with its file and line. */
export function planLogs(runs: readonly LoggedRun[], vault: RunVault): LogPlan {
	const planned = planRuns(runs, vault);
	const count = (action: PlannedRun["action"]): number =>
		planned.filter((run) => run.action === action).length;
	const unmatched = planned.filter(({ isLinked }) => !isLinked);
	const result: LogResult = {
		executions: planned.length,
		unmatched: unmatched.length,
		masked: planned.reduce((sum, { run }) => sum + run.masked, 0),
		created: count("create"),
		updated: count("update"),
		unchanged: count("unchanged"),
		problems: unmatched.map(({ run, path }) => tellUnmatched(run, path)),
	};
	return { runs: planned, result };
}

function tellUnmatched(run: LoggedRun, path: string): Problem {
	const name = run.testName ?? run.testGuid ?? run.technique ?? "a run";
	const message = `${name}: no test of a runbook is known; the run is kept in ${path}`;
	return problemOf(run.file, run.line, "execution-unmatched", message, "warning");
}

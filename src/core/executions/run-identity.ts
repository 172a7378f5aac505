import type { ExecutionEntry } from "../library/library-entry";
import type { LoggedRun } from "./logs/logged-run";
import { foldName } from "./test-index";
import { addToGroup } from "../text/add-to-group";

/** What tells runs apart. */
type RunPlace = Pick<LoggedRun, "technique" | "testGuid" | "testName" | "started" | "host">;

/**
 * Gives a run's identity, as notes have it in `log_id`: test, start and host, whatever log they come from, so that two loggers at once give one run. A run
 * whose log has no start of its own is told by the log's id instead.
 */
export function identifyRun(run: LoggedRun): string {
	const test = run.testGuid ?? nameKey(run);
	const time = run.hasOwnStart ? (run.started ?? "") : `${run.started ?? ""} ${run.logRef}`.trim();
	return [test, time, foldHost(run.host)].join("/");
}

/** Gives the identity of a run that a person records. */
export function identifyRecorded(run: RunPlace): string {
	return [run.testGuid ?? nameKey(run), run.started ?? "", foldHost(run.host)].join("/");
}

/** Runs that are known, to be found again. */
export interface KnownRuns {
	/** The note of a run; undefined where there is none. */
	find(run: LoggedRun): ExecutionEntry | undefined;
	/** Whether an identity is taken. */
	has(logId: string): boolean;
}

/**
 * Indexes the runs of a vault. A run is found by its identity, else by test, start and host as its note states them: a note may have been linked to a test,
 * or written by a person, since; `resolve` gives the technique in use for an id, which may have been replaced between two logs. Two runs with different process
 * ids are never the same.
 */
export function indexRuns(
	executions: Iterable<ExecutionEntry>,
	resolve: (technique: string) => string,
): KnownRuns {
	const byId = new Map<string, ExecutionEntry[]>();
	const byFacts = new Map<string, ExecutionEntry[]>();
	const ids = new Set<string>();
	for (const entry of executions) {
		if (entry.logId !== null) {
			ids.add(entry.logId);
			addToGroup(byId, withoutProcess(entry.logId), entry);
		}
		for (const key of factKeys(entry, resolve)) addToGroup(byFacts, key, entry);
	}
	return {
		find(run) {
			const isSame = ({ processId }: ExecutionEntry): boolean =>
				processId === null || run.processId === null || processId === run.processId;
			const identified = byId.get(identifyRun(run))?.find(isSame);
			if (identified !== undefined || !run.hasOwnStart) return identified;
			for (const key of factKeys(run, resolve)) {
				const found = byFacts.get(key)?.find(isSame);
				if (found !== undefined) return found;
			}
			return undefined;
		},
		has: (logId) => ids.has(logId),
	};
}

/** Gives an identity that is not taken: a second run of one test in one second on one host has its process id behind it. */
export function freeIdentity(run: LoggedRun, isTaken: (logId: string) => boolean): string {
	const plain = identifyRun(run);
	if (!isTaken(plain)) return plain;
	return `${plain}#${run.processId ?? ""}`;
}

function withoutProcess(logId: string): string {
	return logId.replace(/#\d*$/, "");
}

function factKeys(run: RunPlace, resolve: (technique: string) => string): readonly string[] {
	if (run.started === null) return [];
	const rest = `${run.started}/${foldHost(run.host)}`;
	const keys = run.testGuid === null ? [] : [`${run.testGuid}/${rest}`];
	const technique = run.technique === null ? null : resolve(run.technique);
	return run.testName === null ? keys : [...keys, `${nameKey({ ...run, technique })}/${rest}`];
}

function nameKey({ technique, testName }: RunPlace): string {
	return `${technique ?? ""} ${foldName(testName ?? "")}`.trim();
}

/** Loggers write a host with or without its domain, in any case. */
function foldHost(host: string | null): string {
	const text = host?.trim().toLowerCase() ?? "";
	return /^[\d.:]+$/.test(text) ? text : (text.split(".", 1)[0] ?? "");
}

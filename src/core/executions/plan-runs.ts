import type { ExecutionEntry, RunbookEntry } from "../library/library-entry";
import { NO_RUN_FACTS } from "../model/execution";
import { draftExecutionNote, nameExecution } from "../notes/execution/draft-execution-note";
import { compareCodeUnits } from "../text/compare";
import { fillRun, linkRun } from "./link-run";
import type { LoggedRun } from "./logs/logged-run";
import { matchRun } from "./match-run";
import { freeIdentity, identifyRun, indexRuns } from "./run-identity";
import type { KnownTest } from "./test-index";
import { indexTests } from "./test-index";

/** The vault, as runs are brought into it. */
export interface RunVault {
	readonly runbooks: readonly RunbookEntry[];
	readonly executions: readonly ExecutionEntry[];
	/** The folder of executions. */
	readonly folder: string;
	/** Gives the technique in use for an id. */
	readonly resolve: (technique: string) => string;
	/** Gives a note's link target from its path. */
	readonly linkTo: (path: string) => string;
	/** Whether a note may not be made at a path. */
	readonly isTaken: (path: string) => boolean;
	/** The text of an execution's note; undefined where it cannot be read. */
	readonly textOf: (path: string) => string | undefined;
}

/** What becomes of one run. */
export interface PlannedRun {
	readonly run: LoggedRun;
	/** Its identity. */
	readonly id: string;
	readonly path: string;
	readonly action: "create" | "update" | "unchanged";
	/** Undefined where there is no note yet. */
	readonly before: string | undefined;
	readonly after: string;
	/** Whether a test of a runbook is linked to it, now or before. */
	readonly isLinked: boolean;
}

/**
 * Works out what the runs of logs become: a note for each that the vault does not have; what an earlier log did not know is filled in, and a run that had no test is
 * linked where there is one now. A run that comes twice is planned once; the order of logs and runs does not matter to which notes there are.
 */
export function planRuns(runs: readonly LoggedRun[], vault: RunVault): readonly PlannedRun[] {
	const tests = indexTests(vault.runbooks, vault.resolve);
	const known = indexRuns(vault.executions, vault.resolve);
	const planned: PlannedRun[] = [];
	const identities = new Set<string>();
	const paths = new Set<string>();
	for (const run of mergeRuns(runs)) {
		const entry = known.find(run);
		const test = matchRun(run, tests, vault.resolve);
		if (entry !== undefined) {
			planned.push(meetNote(run, entry, test, vault));
			continue;
		}
		const logId = freeIdentity(run, (id) => known.has(id) || identities.has(id));
		identities.add(logId);
		const path = choosePath(run, test, vault, paths);
		paths.add(path.toLowerCase());
		const after = draftRun(run, logId, test, vault);
		const isLinked = test !== undefined;
		planned.push({ run, id: logId, path, action: "create", before: undefined, after, isLinked });
	}
	return planned;
}

/** Facts first of the log that knows most: ATTiRe has commands and times of stop. Then in time, so that names of notes do not depend on the order of files. */
function mergeRuns(runs: readonly LoggedRun[]): readonly LoggedRun[] {
	const sorted = [...runs].sort(
		(a, b) =>
			compareCodeUnits(a.logSource ?? "", b.logSource ?? "") ||
			compareCodeUnits(identifyRun(a), identifyRun(b)) ||
			(a.processId ?? Infinity) - (b.processId ?? Infinity) ||
			b.command.length - a.command.length ||
			compareCodeUnits(a.file, b.file),
	);
	/** Places among those kept, of runs that may be the same. */
	const groups = new Map<string, number[]>();
	const kept: LoggedRun[] = [];
	for (const run of sorted) {
		const key = mergeKey(run);
		const places = groups.get(key) ?? [];
		groups.set(key, places);
		const place = places.find((index) => isSameProcess(kept[index], run));
		const same = place === undefined ? undefined : kept[place];
		if (place === undefined || same === undefined) places.push(kept.push(run) - 1);
		else kept[place] = complete(same, run);
	}
	return kept.sort((a, b) => compareCodeUnits(a.started ?? "~", b.started ?? "~"));
}

function isSameProcess(known: LoggedRun | undefined, run: LoggedRun): boolean {
	const processId = known?.processId ?? null;
	return processId === null || run.processId === null || processId === run.processId;
}

/** A log without GUIDs beside one that has them names the same test by technique and name. */
function mergeKey(run: LoggedRun): string {
	const named = run.testName === null ? run : { ...run, testGuid: null };
	return identifyRun(named);
}

/** Gives a run with what another log knows where it knows nothing. */
function complete(run: LoggedRun, other: LoggedRun): LoggedRun {
	const facts = Object.keys(NO_RUN_FACTS).map((key) => {
		const name = key as keyof typeof NO_RUN_FACTS;
		return [key, run[name] ?? other[name]] as const;
	});
	return { ...run, ...Object.fromEntries(facts), testNumber: run.testNumber ?? other.testNumber };
}

function meetNote(
	run: LoggedRun,
	entry: ExecutionEntry,
	test: KnownTest | undefined,
	vault: RunVault,
): PlannedRun {
	const before = vault.textOf(entry.path);
	const wasLinked = entry.runbook !== null;
	if (before === undefined) {
		const same = { before: "", after: "", action: "unchanged" as const };
		return { run, id: entry.logId ?? entry.path, path: entry.path, ...same, isLinked: wasLinked };
	}
	const filled = fillRun(before, entry, run);
	const linked = wasLinked || test === undefined ? undefined : linkRun(filled, test, vault.linkTo);
	const after = linked ?? filled;
	const action = after === before ? "unchanged" : "update";
	return {
		...{ run, id: entry.logId ?? entry.path, path: entry.path, action, before, after },
		isLinked: wasLinked || linked !== undefined,
	};
}

function choosePath(
	run: LoggedRun,
	test: KnownTest | undefined,
	{ folder, isTaken }: RunVault,
	paths: ReadonlySet<string>,
): string {
	const name = nameExecution(describe(run, test));
	for (let number = 1; ; number++) {
		const path = `${folder}/${name}${number === 1 ? "" : ` ${number}`}.md`;
		if (!paths.has(path.toLowerCase()) && !isTaken(path)) return path;
	}
}

function describe(run: LoggedRun, test: KnownTest | undefined): LoggedRun {
	if (test === undefined) return run;
	return {
		...run,
		technique: test.technique ?? run.technique,
		testGuid: test.test.guid,
		testName: run.testName ?? test.test.name,
	};
}

function draftRun(
	run: LoggedRun,
	logId: string,
	test: KnownTest | undefined,
	vault: RunVault,
): string {
	const runbook =
		test === undefined ? null : { target: vault.linkTo(test.runbook.path), block: test.test.block };
	return draftExecutionNote({
		...describe(run, test),
		...{ logId, runbook, campaign: null, verdicts: [], evidence: "", findings: "" },
	});
}

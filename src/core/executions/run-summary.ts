import type { ExecutionEntry, RuleEntry, RunbookEntry } from "../library/library-entry";
import type { RuleRun, RunRecords } from "../library/run-records";
import type { Outcome } from "../model/execution";

/** What runs say of a runbook or a technique. */
export interface RunSummary {
	/** Number of runs. */
	readonly runs: number;
	/** Start of the latest, ISO 8601 in UTC; null where none has a time. */
	readonly lastRun: string | null;
	/** Of the latest run; null where there is none, or it says none. */
	readonly outcome: Outcome | null;
	/** Path of the latest run's note; null where there is none. */
	readonly lastPath: string | null;
	/** Numbers of tests: all, those with a run, those in whose latest run a rule fired, and of these the ones whose run no longer counts. */
	readonly tests: Proof & { readonly run: number };
	/** Numbers of rules: all, those that fired or missed in some run, those that fired in their latest verdict, and of these the ones that no longer count. */
	readonly rules: Proof & { readonly judged: number };
}

/** How many of how many are proven. */
export interface Proof {
	readonly total: number;
	/** Whatever the age of the run. */
	readonly proven: number;
	/** Of those proven, the ones whose run is too old. */
	readonly stale: number;
}

/** Which runs count. */
export interface Freshness {
	/** ISO 8601 in UTC: what runs earlier than that, and those without a time, prove is stale. Null lets all count. */
	readonly since: string | null;
}

/** Days after which a run is stale, for whoever chose nothing else. */
export const STALE_AFTER_DAYS = 90;

/** Gives the time before which a run is stale, the beginning of a day in UTC; `now` is ISO 8601. */
export function staleBefore(now: string, days: number): string {
	const day = new Date(Date.parse(now) - days * 86_400_000).toISOString().slice(0, 10);
	return `${day}T00:00:00Z`;
}

/** Whether the latest run lies too far back; what never ran is not stale. */
export function isStale(lastRun: string | null, before: string): boolean {
	return lastRun !== null && lastRun < before;
}

/** Sums up what runs say of runbooks and the rules that are meant to fire there. */
export function summariseRuns(
	records: RunRecords,
	runbooks: readonly RunbookEntry[],
	rules: readonly RuleEntry[],
	runs: readonly ExecutionEntry[],
	{ since }: Freshness = { since: null },
): RunSummary {
	const [latest] = runs;
	const tests = runbooks.flatMap(({ testFacts = [] }) => testFacts);
	const guids = new Set(tests.map(({ guid }) => guid));
	const last = [...guids].flatMap(
		(guid) => records.ofTest(guid).find(({ ran }) => ran !== "not-run") ?? [],
	);
	const proving = last.filter((run) => hasFired(records, run));
	const judged = rules.flatMap(({ path }) => latestVerdict(records, path) ?? []);
	const fired = judged.filter(({ row }) => row.verdict === "fired").map((each) => each.execution);
	const count = (runs: readonly ExecutionEntry[]): Pick<Proof, "proven" | "stale"> => ({
		proven: runs.length,
		stale: runs.filter((run) => !isFresh(run, since)).length,
	});
	return {
		runs: runs.length,
		lastRun: latest?.started ?? null,
		outcome: latest?.outcome ?? null,
		lastPath: latest?.path ?? null,
		tests: { total: guids.size, run: last.length, ...count(proving) },
		rules: { total: rules.length, judged: judged.length, ...count(fired) },
	};
}

/** Sums up the runs of one runbook, with the rules that its runs have verdicts on. */
export function summariseRunbook(
	records: RunRecords,
	runbook: RunbookEntry,
	ruleAt: (path: string) => RuleEntry | undefined,
	freshness?: Freshness,
): RunSummary {
	const runs = records.ofRunbook(runbook.path);
	const paths = new Set(runs.flatMap((run) => [...records.verdictsOf(run).keys()]));
	const rules = [...paths].flatMap((path) => ruleAt(path) ?? []);
	return summariseRuns(records, [runbook], rules, runs, freshness);
}

/** The latest run in which a rule fired or missed; undefined where it was never tested. */
export function latestVerdict(records: RunRecords, rulePath: string): RuleRun | undefined {
	return records.ofRule(rulePath).find(({ row }) => row.verdict !== "not tested");
}

/** The runs that name a technique for which `covers` holds, the latest first. */
export function runsOfTechniques(
	records: RunRecords,
	covers: (technique: string) => boolean,
): readonly ExecutionEntry[] {
	return records.all.filter(({ techniques }) => techniques.some(covers));
}

function hasFired(records: RunRecords, run: ExecutionEntry): boolean {
	return [...records.verdictsOf(run).values()].some(({ row }) => row.verdict === "fired");
}

/** Whether what a run proves still counts; see `Freshness`. */
export function isFresh({ started }: ExecutionEntry, since: string | null): boolean {
	return since === null || (started !== null && started >= since);
}

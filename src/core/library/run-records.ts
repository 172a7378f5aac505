import type { LinkResolver } from "../index/link-resolver";
import type { RuleVerdict } from "../model/execution";
import { VERDICT_ORIGINS } from "../model/execution";
import { addToGroup } from "../text/add-to-group";
import { compareCodeUnits } from "../text/compare";
import type { ExecutionEntry, RunbookEntry } from "./library-entry";

/** What one run says of a rule. */
export interface RuleRun {
	readonly execution: ExecutionEntry;
	/** The row that counts: a person's before an evaluation's before an import's, then the last. */
	readonly row: RuleVerdict;
	/** The other rows of the same rule. */
	readonly others: readonly RuleVerdict[];
}

/** What the executions of a vault say. Every list has the latest first; runs without a time come last, by path. */
export interface RunRecords {
	readonly all: readonly ExecutionEntry[];
	/** Runs whose link leads to a runbook, or, where they have none, of a test that it holds. */
	ofRunbook(path: string): readonly ExecutionEntry[];
	/** Runs of a test by its GUID, in lower case. */
	ofTest(guid: string): readonly ExecutionEntry[];
	/** Runs that have a verdict on a rule. */
	ofRule(path: string): readonly RuleRun[];
	/** The path of the runbook that a run is of; undefined where no runbook of the vault is meant. */
	runbookOf(execution: ExecutionEntry): string | undefined;
	/** The verdicts of a run that count, one for each rule of the vault, by path. */
	verdictsOf(execution: ExecutionEntry): ReadonlyMap<string, RuleRun>;
}

/** Gathers what executions say; `links` finds the notes that they link to. */
export function gatherRuns(
	executions: Iterable<ExecutionEntry>,
	runbooks: Iterable<readonly [string, ReadonlySet<RunbookEntry>]>,
	links: Pick<LinkResolver, "resolve">,
): RunRecords {
	const all = [...executions].sort(byLatest);
	const homes = findHomes(runbooks);
	const byRunbook = new Map<string, ExecutionEntry[]>();
	const byTest = new Map<string, ExecutionEntry[]>();
	const byRule = new Map<string, RuleRun[]>();
	const verdicts = new Map<ExecutionEntry, ReadonlyMap<string, RuleRun>>();
	const runbookOf = (execution: ExecutionEntry): string | undefined => {
		const { runbook, testGuid, path } = execution;
		const linked = runbook === null ? undefined : links.resolve(runbook, path);
		return linked ?? (testGuid === null ? undefined : homes.get(testGuid));
	};
	for (const execution of all) {
		const home = runbookOf(execution);
		if (home !== undefined) addToGroup(byRunbook, home, execution);
		if (execution.testGuid !== null) addToGroup(byTest, execution.testGuid, execution);
		const judged = judge(execution, links);
		verdicts.set(execution, judged);
		for (const [rule, run] of judged) addToGroup(byRule, rule, run);
	}
	return {
		all,
		ofRunbook: (path) => byRunbook.get(path) ?? [],
		ofTest: (guid) => byTest.get(guid) ?? [],
		ofRule: (path) => byRule.get(path) ?? [],
		runbookOf,
		verdictsOf: (execution) => verdicts.get(execution) ?? new Map<string, RuleRun>(),
	};
}

/** The runbook of each test; of several the first by path. */
function findHomes(
	runbooks: Iterable<readonly [string, ReadonlySet<RunbookEntry>]>,
): ReadonlyMap<string, string> {
	const homes = new Map<string, string>();
	for (const [, group] of runbooks) {
		for (const { path, testFacts = [] } of group) {
			for (const { guid } of testFacts) {
				const known = homes.get(guid);
				if (known === undefined || path < known) homes.set(guid, path);
			}
		}
	}
	return homes;
}

/** A row that links to no rule of the vault, or says no verdict, counts for none. */
function judge(
	execution: ExecutionEntry,
	links: Pick<LinkResolver, "resolve">,
): ReadonlyMap<string, RuleRun> {
	const rows = new Map<string, RuleVerdict[]>();
	for (const row of execution.verdicts) {
		const target = row.target ?? row.title;
		const rule = row.verdict === null ? undefined : links.resolve(target, execution.path);
		if (rule !== undefined) addToGroup(rows, rule, row);
	}
	const judged = new Map<string, RuleRun>();
	for (const [rule, own] of rows) {
		const row = chooseVerdict(own);
		if (row === undefined) continue;
		judged.set(rule, { execution, row, others: own.filter((other) => other !== row) });
	}
	return judged;
}

/** Chooses the row that counts of a run's rows on one rule: a person's before an evaluation's before an import's, then the last. Undefined for none. */
export function chooseVerdict(rows: readonly RuleVerdict[]): RuleVerdict | undefined {
	const rank = ({ origin }: RuleVerdict): number => VERDICT_ORIGINS.indexOf(origin);
	const [first, ...rest] = rows;
	return rest.reduce((best, next) => (best && rank(next) > rank(best) ? best : next), first);
}

function byLatest(a: ExecutionEntry, b: ExecutionEntry): number {
	return compareCodeUnits(b.started ?? "", a.started ?? "") || compareCodeUnits(a.path, b.path);
}

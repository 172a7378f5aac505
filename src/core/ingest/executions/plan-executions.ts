import { createTechniqueResolver } from "../../attack/technique-resolver";
import type { PlannedRun } from "../../executions/plan-runs";
import type { ImportResult } from "../../model/import-result";
import type { NoteStore } from "../../ports/notes";
import type { SourceInput } from "../../ports/source-files";
import type { ImportHost, ImportPlan, PlannedData, PlannedNote } from "../import-plan";
import { readVaultAttackData } from "../vault-data";
import { openRunVault } from "./open-run-vault";
import type { LogResult, ReadLogs } from "./plan-logs";
import { planLogs, readLogs } from "./plan-logs";

/**
 * Gives a plan that brings in logs of test runs as well: runs are matched to the tests that the vault will have once the rest of the plan is written, and their
 * notes come last, in order of time.
 *
 * What the logs hold is added to the result: each file in one count, each note in one. A plan that was stopped stays as it is.
 */
export async function planExecutions(
	inputs: readonly SourceInput[],
	plan: ImportPlan,
	host: Pick<ImportHost, "notes" | "folders" | "progress">,
): Promise<ImportPlan> {
	if (inputs.length === 0 || plan.cancelled) return plan;
	const { notes, folders, progress } = host;
	const logs = await readLogs(inputs, progress);
	const { data } = await readVaultAttackData(readPlanned(notes, plan.data), folders);
	const texts = new Map(plan.notes.map(({ path, after }) => [path, after]));
	const resolver = createTechniqueResolver(data);
	const vault = await openRunVault(notes, folders, resolver, progress, texts);
	const { runs, result } = planLogs(logs.runs, vault);
	return {
		...plan,
		notes: [...plan.notes, ...runs.map(noteOf)],
		result: addLogs(plan.result, logs, result),
		cancelled: progress.cancelled,
	};
}

/** The vault as if data that is planned was written. */
function readPlanned(notes: NoteStore, planned: readonly PlannedData[]): NoteStore {
	const bytes = new Map(planned.map((data) => [data.path, data.bytes]));
	return { ...notes, readData: async (path) => bytes.get(path) ?? notes.readData(path) };
}

function noteOf({ id, path, action, before, after }: PlannedRun): PlannedNote {
	return { kind: "execution", id, path, action, before, after, conflicts: [], differs: [] };
}

function addLogs(result: ImportResult, { tally }: ReadLogs, runs: LogResult): ImportResult {
	const { files } = result;
	const { executions, unmatched, masked } = runs;
	return {
		...result,
		...{ executions, unmatched, masked },
		created: result.created + runs.created,
		updated: result.updated + runs.updated,
		unchanged: result.unchanged + runs.unchanged,
		files: {
			read: files.read + tally.files.read,
			used: files.used + tally.files.used,
			context: files.context + tally.files.context,
			skipped: files.skipped + tally.files.skipped,
		},
		skipped: [...result.skipped, ...tally.skipped],
		problems: [...result.problems, ...tally.problems, ...runs.problems],
	};
}

import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import type { TechniqueResolver } from "../../../src/core/attack/technique-resolver";
import { EMPTY_ATTACK_DATA } from "../../../src/core/attack/attack-data";
import type { LoggedRun } from "../../../src/core/executions/logs/logged-run";
import { readExecutionLog } from "../../../src/core/executions/logs/read-execution-log";
import { openRunVault } from "../../../src/core/ingest/executions/open-run-vault";
import { planLogs } from "../../../src/core/ingest/executions/plan-logs";
import type { LogResult } from "../../../src/core/ingest/executions/plan-logs";
import { DEFAULT_FOLDERS } from "../../../src/core/model/settings";
import type { MemoryNotes } from "../../../src/core/ports/memory-notes";
import { SILENT_PROGRESS } from "../../../src/core/ports/progress";

export const GUID = "8f6c14d1-f13d-4616-b7fc-98cc69fe56ec";
export const OTHER_GUID = "11111111-2222-4333-8444-555555555555";

/** A runbook of two tests. */
export const RUNBOOK = [
	"---",
	"runbook_id: T1021.004",
	"techniques: [T1021.004]",
	"tags: [T1021_004, atomic_test]",
	"---",
	"## Test: ESXi - Enable SSH",
	`- GUID: ${GUID} ^t-8f6c14d1`,
	"- Platforms: Windows · Executor: powershell · Elevation: required",
	"## Test: ESXi - Log in",
	`- GUID: ${OTHER_GUID} ^t-11111111`,
	"- Platforms: Linux · Executor: sh · Elevation: not required",
	"",
].join("\n");

/** Reads logs, by file. */
export function readRuns(...logs: readonly (object | string)[]): LoggedRun[] {
	return logs.flatMap((log, index) => {
		const text = typeof log === "string" ? log : JSON.stringify(log);
		return [...(readExecutionLog(`log ${index + 1}`, text)?.runs ?? [])];
	});
}

/** Imports runs into a vault in memory. */
export async function importRuns(
	notes: MemoryNotes,
	runs: readonly LoggedRun[],
	resolver: TechniqueResolver = createTechniqueResolver(EMPTY_ATTACK_DATA),
): Promise<LogResult> {
	const vault = await openRunVault(notes, DEFAULT_FOLDERS, resolver, SILENT_PROGRESS);
	const { runs: planned, result } = planLogs(runs, vault);
	for (const { path, before, after, action } of planned) {
		if (action !== "unchanged") await notes.writeNote(path, after, before);
	}
	return result;
}

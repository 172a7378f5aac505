import type { ExecutionEntry } from "../../library/library-entry";
import { compareCodeUnits } from "../../text/compare";
import { foldName } from "../test-index";
import { addToGroup } from "../../text/add-to-group";

/**
 * Writes runs as ATTiRe 1.1: one log for all runs of one host and user, in a list where there are several, each with a procedure for each run.
 *
 * Read again, it gives the same runs. Commands and output are not in the notes' properties and are left empty. `now` is when it is generated,
 * `resolve` gives the technique in use for an id.
 */
export function writeAttire(
	runs: readonly ExecutionEntry[],
	now: string,
	resolve: (technique: string) => string,
): string {
	const groups = new Map<string, ExecutionEntry[]>();
	for (const run of runs) {
		const key = [run.host ?? "", run.user ?? "", run.sourceIp ?? ""].join("\n");
		addToGroup(groups, key, run);
	}
	const logs = [...groups]
		.sort(([a], [b]) => compareCodeUnits(a, b))
		.map(([key, group]) => writeLog(key, group, now, resolve));
	const [only] = logs;
	return `${JSON.stringify(logs.length === 1 ? only : logs, null, "\t")}\n`;
}

function writeLog(
	key: string,
	runs: readonly ExecutionEntry[],
	now: string,
	resolve: (technique: string) => string,
): object {
	const [host = "", user = "", ip = ""] = key.split("\n");
	return {
		"attire-version": "1.1",
		"execution-data": {
			"execution-source": "Detection Vault",
			"execution-id": `detection-vault-${foldName(host) || "host"}-${runs[0]?.started ?? "undated"}`,
			"execution-category": { name: "Atomic Red Team", abbreviation: "ART" },
			"execution-command": "",
			target: { host, ip, path: "", user },
			"time-generated": now,
		},
		procedures: runs.map((run, index) => {
			const technique = run.technique === null ? null : resolve(run.technique);
			return writeProcedure({ ...run, technique }, index + 1);
		}),
	};
}

function writeProcedure(run: ExecutionEntry, order: number): object {
	const { technique, testName, testGuid, started, stopped, processId, exitCode } = run;
	return {
		"mitre-technique-id": technique ?? "",
		"procedure-name": testName ?? run.title,
		...(testGuid === null ? {} : { "procedure-id": { type: "guid", id: testGuid } }),
		"procedure-description": "",
		order,
		steps: [
			{
				order: 1,
				...(started === null ? {} : { "time-start": withMilliseconds(started) }),
				...(stopped === null ? {} : { "time-stop": withMilliseconds(stopped) }),
				executor: "",
				command: "",
				...(processId === null ? {} : { "process-id": processId }),
				...(exitCode === null ? {} : { "exit-code": exitCode }),
				output: [{ content: "", level: "STDOUT", type: "console" }],
			},
		],
	};
}

function withMilliseconds(iso: string): string {
	return iso.replace(/Z$/, ".000Z");
}

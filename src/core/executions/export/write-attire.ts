import type { ExecutionEntry } from "../../library/library-entry";
import { compareCodeUnits } from "../../text/compare";
import { foldName } from "../test-index";
import { addToGroup } from "../../text/add-to-group";

/**
 * Writes runs as one log of ATTiRe 1.1 (attire-1-1-schema.json), with a procedure for each run, by host and user. A log has one target: where runs
 * differ in it, it names all, and each procedure has its own under `x-detection-vault-target`.
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
	const sorted = [...groups].sort(([a], [b]) => compareCodeUnits(a, b)).flatMap(([, own]) => own);
	const target = {
		host: joinDistinct(sorted.map(({ host }) => host)),
		ip: joinDistinct(sorted.map(({ sourceIp }) => sourceIp)),
		path: "",
		user: joinDistinct(sorted.map(({ user }) => user)),
	};
	const [first] = sorted;
	const log = {
		"attire-version": "1.1",
		"execution-data": {
			"execution-source": "Detection Vault",
			"execution-id": `detection-vault-${foldName(first?.host ?? "") || "host"}-${first?.started ?? "undated"}`,
			"execution-category": { name: "Atomic Red Team", abbreviation: "ART" },
			"execution-command": "",
			target,
			"time-generated": now,
		},
		procedures: sorted.map((run, index) => {
			const technique = run.technique === null ? null : resolve(run.technique);
			return {
				...writeProcedure({ ...run, technique }, index + 1),
				...(groups.size > 1 ? { "x-detection-vault-target": targetOf(run) } : {}),
			};
		}),
	};
	return `${JSON.stringify(log, null, "\t")}\n`;
}

function joinDistinct(texts: readonly (string | null)[]): string {
	return [...new Set(texts.filter((text) => text !== null))].join(", ");
}

function targetOf({ host, sourceIp, user }: ExecutionEntry): object {
	return { host: host ?? "", ip: sourceIp ?? "", user: user ?? "" };
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
				// Both are required: a run whose end is not known is told at its start.
				"time-start": withMilliseconds(started ?? ""),
				"time-stop": withMilliseconds(stopped ?? started ?? ""),
				...(stopped === null ? { "x-detection-vault-stopped": "" } : {}),
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

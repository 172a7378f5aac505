/** A step's and procedure's parts that a test cares for. */
export interface TestProcedure {
	readonly technique?: string;
	readonly name?: string;
	readonly guid?: string;
	readonly start?: unknown;
	readonly stop?: unknown;
	readonly command?: string;
	readonly output?: string;
	readonly pid?: number;
	readonly exit?: number;
	readonly order?: number;
}

/** An ATTiRe log as Invoke-AtomicRedTeam's logger writes it. */
export function attireLog(
	procedures: readonly TestProcedure[],
	host: unknown = "LAB-WIN-03",
): object {
	return {
		"attire-version": "1.1",
		"execution-data": {
			"execution-source": "Invoke-Atomicredteam",
			"execution-id": "MDEyMzQ1Njc=",
			"execution-category": { name: "Atomic Red Team", abbreviation: "ART" },
			"execution-command": "Invoke-AtomicTest T1021.004",
			target: { user: "LAB\\tester", host, ip: "10.0.4.7", path: "C:\\Windows" },
			"time-generated": "2026-11-02T09:30:00.000Z",
		},
		procedures: procedures.map((each, index) => ({
			"mitre-technique-id": each.technique ?? "T1021.004",
			...(each.name === undefined ? {} : { "procedure-name": each.name }),
			...(each.guid === undefined ? {} : { "procedure-id": { type: "guid", id: each.guid } }),
			"procedure-description": "",
			order: each.order ?? index + 1,
			steps: [
				{
					order: 1,
					"time-start": each.start ?? "2026-11-02T09:20:25.000Z",
					"time-stop": each.stop ?? "2026-11-02T09:21:02.000Z",
					executor: "powershell",
					command: each.command ?? "Get-Service sshd",
					...(each.pid === undefined ? {} : { "process-id": each.pid }),
					...(each.exit === undefined ? {} : { "exit-code": each.exit }),
					output: [{ content: each.output ?? "", level: "STDOUT", type: "console" }],
				},
			],
		})),
	};
}

/** The header of a log of Invoke-AtomicRedTeam. */
export const CSV_HEADER =
	'"Execution Time (UTC)","Execution Time (Local)","Technique","Test Number","Test Name","Hostname","IP Address","Username","GUID","ProcessId","ExitCode"';

/** A row of such a log. */
export function csvRow(cells: readonly (string | number)[]): string {
	return cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(",");
}

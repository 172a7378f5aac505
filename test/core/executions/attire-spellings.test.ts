import { describe, expect, it } from "vitest";
import { readExecutionLog } from "../../../src/core/executions/logs/read-execution-log";
import { attireLog } from "./log-builder";

const GUID = "8f6c14d1-f13d-4616-b7fc-98cc69fe56ec";
const read = (log: unknown) => readExecutionLog("log", JSON.stringify(log));

/** A log with one procedure, with fields of it and of its step in place of those of the builder. */
function logWith(procedure: object, step: object = {}): object {
	const log = attireLog([{ name: "Enable SSH", guid: GUID }]) as {
		procedures: { steps: object[] }[];
	};
	const [first] = log.procedures;
	const steps = (first?.steps ?? []).map((each) => ({ ...each, ...step }));
	return { ...log, procedures: [{ ...first, steps, ...procedure }] };
}

describe("an ATTiRe log whose writer spells it otherwise", () => {
	it("is read with underscores and short names, as atomic-operator writes it", () => {
		const log = {
			attire_version: "1.1",
			execution_data: {
				...{ command: "run", execution_id: "a1", source: "Atomic Operator" },
				target: { host: "lab-01", ip: "10.0.4.7" },
				time_generated: "2026-11-02T09:20:00.000Z",
			},
			procedures: [
				{
					...{ procedure_name: "Enable SSH", mitre_technique_id: "T1021.004", order: 1 },
					procedure_id: { type: "guid", id: GUID },
					steps: [
						{
							...{ command: "systemctl start sshd", executor: "sh", order: 1 },
							...{ time_start: "2026-11-02T09:20:25.000Z", time_stop: "2026-11-02T09:21:02.000Z" },
							output: [{ content: "done", level: "stdout", type: "Console" }],
						},
					],
				},
			],
		};
		expect(read(log)).toMatchObject({
			problems: [],
			runs: [
				{
					...{ technique: "T1021.004", testGuid: GUID, testName: "Enable SSH", testNumber: null },
					...{ started: "2026-11-02T09:20:25Z", stopped: "2026-11-02T09:21:02Z" },
					...{ host: "lab-01", sourceIp: "10.0.4.7", command: "systemctl start sshd" },
					output: [{ level: "STDOUT", content: "done" }],
				},
			],
		});
	});

	it.each([
		["T1021.004: SSH", "T1021.004"],
		["T1021.004, T1059", "T1021.004"],
		[["T1021.004", "T1059"], "T1021.004"],
		["attack.t1021.004", "T1021.004"],
		["", null],
	])("names the technique %j", (stated, technique) => {
		expect(read(logWith({ "mitre-technique-id": stated }))?.runs).toMatchObject([{ technique }]);
	});

	it("states the GUID without a table around it", () => {
		expect(read(logWith({ "procedure-id": GUID }))?.runs).toMatchObject([{ testGuid: GUID }]);
	});

	it.each([
		["started", [{ level: "STDOUT", content: "started" }]],
		[
			["one", "two"],
			[{ content: "one" }, { content: "two" }],
		],
		[{ content: ["one", "two"], level: "stderr" }, [{ level: "STDERR", content: "one\ntwo" }]],
		[null, []],
	])("has the output %j", (output, pieces) => {
		expect(read(logWith({}, { output }))?.runs[0]?.output).toMatchObject(pieces);
	});

	it("gives times to procedures in place of steps", () => {
		const times = { "time-start": "2026-11-02T09:20:25Z", "time-stop": "2026-11-02T09:21:02Z" };
		const reading = read(logWith({ ...times, steps: [] }));
		expect(reading?.runs).toMatchObject([
			{ started: "2026-11-02T09:20:25Z", stopped: "2026-11-02T09:21:02Z", hasOwnStart: true },
		]);
	});

	it("leaves a template's gaps and words for nothing unknown", () => {
		const log = logWith({}) as { "execution-data": object };
		const target = { host: "<PLACEHOLDER>", user: "N/A", ip: "null" };
		const reading = read({ ...log, "execution-data": { ...log["execution-data"], target } });
		expect(reading?.runs).toMatchObject([{ host: null, user: null, sourceIp: null }]);
	});

	it("takes day and month from times of the log that can mean one thing only", () => {
		const log = attireLog([
			{ name: "a", start: "11/3/2026 9:20:25 AM", stop: "11/3/2026 9:21:25 AM" },
			{ name: "b", start: "11/22/2026 9:20:25 AM", stop: "11/22/2026 9:21:25 AM" },
		]);
		expect(read(log)?.runs.map(({ started }) => started)).toEqual([
			"2026-11-03T09:20:25Z",
			"2026-11-22T09:20:25Z",
		]);
	});

	it("is no log where procedures name nothing that a log has", () => {
		expect(read({ procedures: [{ step: "Call the bank" }] })).toBeUndefined();
	});

	it.each([
		[[0, 0], 0, "success"],
		[[0, 3, 0], 3, "failed"],
		[[0, 3, 4], 3, "failed"],
		[[], null, null],
	])("gives of steps that end with %j the first that failed", (codes, exitCode, ran) => {
		const steps = codes.map((code) => ({ command: "id", "exit-code": code }));
		expect(read(logWith({ steps }))).toMatchObject({ runs: [{ exitCode, ran }] });
	});
});

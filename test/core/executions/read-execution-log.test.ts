import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExecutionLog } from "../../../src/core/executions/logs/read-execution-log";
import { attireLog, CSV_HEADER, csvRow } from "./log-builder";

const GUID = "8f6c14d1-f13d-4616-b7fc-98cc69fe56ec";
const ROW = csvRow([
	...["2026-11-02T09:20:25Z", "2026-11-02T10:20:25Z", "T1021.004", 1, "Enable SSH"],
	...["LAB-WIN-03", "10.0.4.7", "LAB\\tester", GUID, 4411, 0],
]);

const read = (text: string) => readExecutionLog("log", text);
const readCsvRow = (text: string) => read(`${CSV_HEADER}\r\n${text}\r\n`)?.runs[0];

describe("an ATTiRe log", () => {
	it("gives a run for each procedure, with the target's facts", () => {
		const log = attireLog([
			{ name: "Enable SSH", guid: GUID.toUpperCase(), pid: 4411, exit: 0 },
			{ name: "Other", guid: "{8f6c14d1-f13d-4616-b7fc-98cc69fe56ed}", exit: 1 },
		]);
		const reading = read(JSON.stringify(log));
		expect(reading?.problems).toEqual([]);
		expect(reading?.runs).toMatchObject([
			{
				...{ technique: "T1021.004", testGuid: GUID, testName: "Enable SSH", testNumber: 1 },
				...{ started: "2026-11-02T09:20:25Z", stopped: "2026-11-02T09:21:02Z" },
				...{ host: "LAB-WIN-03", user: "LAB\\tester", sourceIp: "10.0.4.7", processId: 4411 },
				...{ exitCode: 0, ran: "success", outcome: null, logSource: "attire" },
				command: "Get-Service sshd",
			},
			{ testGuid: "8f6c14d1-f13d-4616-b7fc-98cc69fe56ed", exitCode: 1, ran: "failed" },
		]);
	});

	it("is read with a byte order mark, a lone procedure, a lone step and what PowerShell wraps", () => {
		const log = JSON.stringify(
			attireLog([{ name: "Enable SSH", guid: GUID }], { value: "LAB-WIN-03", PSComputerName: "x" }),
		);
		const lone = log.replace('"procedures":[', '"procedures":').replace(/\]\}$/, "}");
		expect(read(`\uFEFF${lone}`)?.runs).toMatchObject([{ host: "LAB-WIN-03", testGuid: GUID }]);
	});

	it.each([
		["+2026-11-02T09:20:25.000Z", "2026-11-02T09:20:25Z"],
		["2026-11-02T10:20:25+01:00", "2026-11-02T09:20:25Z"],
		["/Date(1793611225000)/", "2026-11-02T09:20:25Z"],
		[1793611225, "2026-11-02T09:20:25Z"],
		["11/22/2026 9:20:25 PM", "2026-11-22T21:20:25Z"],
	])("reads the start %s", (start, iso) => {
		expect(read(JSON.stringify(attireLog([{ name: "x", start }])))?.runs[0]?.started).toBe(iso);
	});

	it("tells a procedure that names nothing, and a start that cannot be read", () => {
		const log = JSON.stringify(
			attireLog([{ technique: "none" }, { name: "Enable SSH", start: "yesterday" }]),
		);
		const reading = read(log);
		expect(reading?.runs).toMatchObject([{ testName: "Enable SSH", hasOwnStart: false }]);
		expect(reading?.problems).toMatchObject([
			{
				code: "execution-field",
				severity: "error",
				message: expect.stringContaining("procedure 1"),
			},
		]);
	});

	it("gives the line where it is cut short", () => {
		const log = JSON.stringify(attireLog([{ name: "x" }]), null, 1);
		const reading = read(log.slice(0, -20));
		expect(reading?.runs).toEqual([]);
		expect(reading?.problems).toMatchObject([{ code: "read-syntax", line: expect.any(Number) }]);
	});

	it("keeps no secret of a command or its output", () => {
		const log = attireLog([
			{ name: "x", command: "connect --password hunter2 #{vm_pass}", output: "token=abcdef" },
		]);
		const [run] = read(JSON.stringify(log))?.runs ?? [];
		expect(run?.command).toBe("connect --password (masked) #{vm_pass}");
		expect(run?.output).toEqual([{ level: "STDOUT", content: "token=(masked)" }]);
		expect(run?.masked).toBe(2);
	});
});

describe("a CSV of Invoke-AtomicRedTeam", () => {
	it("gives a run for each row", () => {
		expect(readCsvRow(ROW)).toMatchObject({
			...{ technique: "T1021.004", testNumber: 1, testName: "Enable SSH", testGuid: GUID },
			...{ started: "2026-11-02T09:20:25Z", host: "LAB-WIN-03", user: "LAB\\tester" },
			...{ processId: 4411, exitCode: 0, ran: "success", logSource: "csv", line: 2 },
		});
	});

	it("is read with a byte order mark, semicolons, a line of types, quotes and line breaks in cells", () => {
		const text = [
			"#TYPE System.Management.Automation.PSCustomObject",
			CSV_HEADER.replaceAll(",", ";"),
			ROW.replaceAll('","', '";"').replace("Enable SSH", 'Enable ""SSH"";\r\nagain'),
		].join("\r\n");
		const [run] = read(`\uFEFF${text}`)?.runs ?? [];
		expect(run?.testName).toBe('Enable "SSH"; again');
		expect(run?.line).toBe(3);
	});

	it("is read with six columns, and where logs were put together", () => {
		const text = [
			'"Execution Time (UTC)","Execution Time (Local)","Technique","Test Number","Test Name","Hostname"',
			csvRow(["2026-11-02T09:20:25Z", "2026-11-02T10:20:25", "T1021.004", 1, "Old", "LAB"]),
			CSV_HEADER,
			ROW,
		].join("\n");
		expect(read(text)?.runs).toMatchObject([
			{ testName: "Old", testGuid: null, processId: null },
			{ testName: "Enable SSH", testGuid: GUID },
		]);
	});

	it("takes day and month from dates of the log that can mean one thing only", () => {
		const rows = ["2/11/2026 09:20", "22/11/2026 09:20"].map((time) =>
			ROW.replace("2026-11-02T09:20:25Z", time),
		);
		const reading = read([CSV_HEADER, ...rows].join("\n"));
		expect(reading?.runs.map(({ started }) => started)).toEqual([
			"2026-11-02T09:20:00Z",
			"2026-11-22T09:20:00Z",
		]);
	});

	it("guesses no date", () => {
		const row = ROW.replace("2026-11-02T09:20:25Z", "2/11/2026 09:20").replace(
			"2026-11-02T10:20:25Z",
			"2/11/2026 10:20",
		);
		const reading = read(`${CSV_HEADER}\n${row}`);
		expect(reading?.runs[0]).toMatchObject({ started: null, hasOwnStart: false });
		expect(reading?.problems).toMatchObject([{ line: 2, severity: "warning" }]);
	});

	it("says so where there is a local time only", () => {
		const reading = read(`${CSV_HEADER}\n${ROW.replace("2026-11-02T09:20:25Z", "")}`);
		expect(reading?.runs[0]?.started).toBe("2026-11-02T10:20:25Z");
		expect(reading?.problems).toMatchObject([{ message: expect.stringContaining("local time") }]);
	});

	it("leaves blank cells and PowerShell's type names unknown", () => {
		const row = csvRow([
			...["2026-11-02T09:20:25Z", "", "T1021.004", 1, "Enable SSH"],
			...["LAB", "System.Object[]", "", "", "", ""],
		]);
		expect(readCsvRow(row)).toMatchObject({
			...{ sourceIp: null, user: null, testGuid: null, processId: null, exitCode: null, ran: null },
		});
	});

	it("is read as JSON lines, as loggers for syslog write it", () => {
		const line = JSON.stringify({
			"Execution Time (UTC)": "2026-11-02T09:20:25Z",
			Technique: "T1021.004",
			"Test Name": "Enable SSH",
			GUID,
			ExitCode: 0,
		});
		expect(read(`${line}\n${line}\n`)?.runs).toMatchObject([
			{ line: 1 },
			{ line: 2, testGuid: GUID },
		]);
	});
});

describe("any text", () => {
	it("that is no log gives nothing", () => {
		for (const text of ["", "a,b\n1,2\n", "{}", "[]", '{"procedures": 1', "# note"]) {
			expect(read(text)?.runs ?? []).toEqual([]);
		}
	});

	it("is read without a throw", () => {
		const piece = fc.constantFrom(CSV_HEADER, ROW, '"', ",", "\n", "{", '"procedures"', "[]", ":");
		fc.assert(
			fc.property(fc.array(fc.oneof(piece, fc.string())), (parts) => {
				read(parts.join(""));
			}),
		);
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				read(JSON.stringify({ "execution-data": value, procedures: [value, { steps: value }] }));
			}),
		);
	});
});

describe("the CSV of a logger derived from Invoke-AtomicRedTeam's", () => {
	it("gives the technique by its id, the stop, the command and what was printed", () => {
		const header =
			'"Execution Time (UTC)","Stop Time (UTC)","Execution Time (Local)","Technique ID","Technique Name","Test Number","Test Name","Hostname","Username","GUID","command","stdOut","stdErr"';
		const row = csvRow([
			...["2026-11-02T09:20:25Z", "2026-11-02T09:21:02Z", "2026-11-02T10:20:25", "T1021.004"],
			...["Remote Services: SSH", 1, "Enable SSH", "LAB-WIN-03", "LAB\\tester", GUID],
			...["run --password hunter2", "started", ""],
		]);
		expect(read(`${header}\r\n${row}\r\n`)?.runs).toMatchObject([
			{
				...{ technique: "T1021.004", testGuid: GUID, testName: "Enable SSH", testNumber: 1 },
				...{ started: "2026-11-02T09:20:25Z", stopped: "2026-11-02T09:21:02Z", exitCode: null },
				...{ command: "run --password (masked)", masked: 1 },
				output: [{ level: "STDOUT", content: "started" }],
			},
		]);
	});
});

import { describe, expect, it } from "vitest";
import { readExecutionLog } from "../../../src/core/executions/logs/read-execution-log";

const RECORD = {
	"Execution Time (UTC)": "2026-11-02T09:20:25Z",
	"Execution Time (Local)": "2026-11-02T10:20:25Z",
	Technique: "T1021.004",
	"Test Number": 1,
	"Test Name": 'Enable "SSH"',
	Hostname: "LAB-WIN-03",
	Username: "LAB\\tester",
	Tag: "atomicrunner",
};
const JSON_LINE = JSON.stringify(RECORD);
const PRETTY = JSON.stringify(RECORD, null, 2);

describe("a record of a run inside what collected it", () => {
	it.each([
		["behind a syslog header", `<134>1 2026-11-02T09:20:26Z lab ART - - - ${JSON_LINE}\n`],
		["over several lines, one after the other", `${PRETTY}\n${PRETTY}\n`],
		["as text in JSON", JSON.stringify({ time: 1, message: PRETTY })],
		["as text in JSON lines", `${JSON.stringify({ raw: JSON_LINE })}\n{"raw":"other"}\n`],
		["in a search's result", `{"preview":false,"result":${JSON_LINE}}`],
		["in a cell of CSV", `_time,_raw\n1,"${PRETTY.replaceAll('"', '""')}"\n`],
		["in an event's XML", `<Event><Data>${JSON_LINE.replaceAll('"', "&quot;")}</Data></Event>`],
	])("%s is read", (_, text) => {
		const reading = readExecutionLog("log", text);
		expect(reading?.problems).toEqual([]);
		expect(reading?.runs[0]).toMatchObject({
			...{ technique: "T1021.004", testName: 'Enable "SSH"', started: "2026-11-02T09:20:25Z" },
			...{ host: "LAB-WIN-03", user: "LAB\\tester", testNumber: 1 },
		});
	});

	it("has its line, and a damaged one is told", () => {
		const text = `start\n<13>x ${JSON_LINE}\n<13>y {"Execution Time (UTC)": oops}\n`;
		const reading = readExecutionLog("log", text);
		expect(reading?.runs).toMatchObject([{ line: 2 }]);
		expect(reading?.problems).toMatchObject([{ code: "read-syntax", line: 3 }]);
	});

	const braces = { ...RECORD, "Test Name": 'Run "{1F0B3C52}" \\ } {', Tag: "${tag}" };
	const line = JSON.stringify(braces);
	it.each([
		["behind a syslog header", `<134>1 lab ART - - - ${line}\n`],
		["over several lines", JSON.stringify(braces, null, 2)],
		["as text in JSON", JSON.stringify({ time: 1, message: JSON.stringify(braces, null, 2) })],
		["in a cell of CSV", `_time,_raw\n1,"${line.replaceAll('"', '""')}"\n`],
		["in an event's XML", `<Event><Data>${line.replaceAll('"', "&quot;")}</Data></Event>`],
	])("with braces, quotes and backslashes in its values is read %s", (_, text) => {
		const reading = readExecutionLog("log", text);
		expect(reading?.problems).toEqual([]);
		expect(reading?.runs).toMatchObject([{ testName: braces["Test Name"] }]);
	});

	it("that is cut off, or written in a way that is not known, is told once with its line", () => {
		const cut = JSON_LINE.slice(0, 90);
		const twice = JSON.stringify({ a: JSON.stringify({ b: JSON_LINE }) });
		const reading = readExecutionLog("log", `start\n<13>x ${JSON_LINE}\n<13>y ${cut}\n${twice}\n`);
		expect(reading?.runs).toMatchObject([{ line: 2 }]);
		expect(reading?.problems.map((problem) => problem.line)).toEqual([3, 4]);
	});

	it("is none in the source of a logger", () => {
		const text = '$msg = [ordered]@{ "Execution Time (UTC)" = $utc; "Technique" = $technique }';
		expect(readExecutionLog("logger.psm1", text)).toBeUndefined();
	});
});

describe("dates as spreadsheets shorten them", () => {
	const read = (times: readonly string[]) =>
		readExecutionLog(
			"log",
			["Execution Time (UTC),Technique", ...times.map((time) => `${time},T1021.004`)].join("\n"),
		)?.runs.map(({ started }) => started);

	it("have a year of two digits where the log tells that the month comes first", () => {
		expect(read(["11/2/26 9:20", "11/22/26 9:20"])).toEqual([
			"2026-11-02T09:20:00Z",
			"2026-11-22T09:20:00Z",
		]);
	});

	it("are not guessed where they may start with the year", () => {
		expect(read(["26/11/02 9:20", "26/11/22 9:20"])).toEqual([null, null]);
	});

	it("have hyphens", () => {
		expect(read(["2-11-2026 9:20", "22-11-2026 9:20"])).toEqual([
			"2026-11-02T09:20:00Z",
			"2026-11-22T09:20:00Z",
		]);
	});
});

import { NO_RUN_FACTS } from "../../model/execution";
import type { Problem } from "../../model/problem";
import { problemOf } from "../../model/problem";
import { foldField, keepLogText, readGuid, readLogNumber } from "./log-values";
import { readLogText, readTechnique } from "./log-values";
import type { LoggedRun, LogReading } from "./logged-run";
import type { DayOrder } from "../../formats/read-time";
import { findDayOrder, readTime } from "../../formats/read-time";

/** A row of a log of Invoke-AtomicRedTeam, by `foldField` of the names of its columns. */
export interface RunRow {
	readonly cells: ReadonlyMap<string, unknown>;
	readonly line: number | null;
}

/** Columns of which a row must have one, and the time's, to be a run. */
const NAMING = ["technique", "techniqueid", "testname", "guid"] as const;
const UTC = "executiontimeutc";
const LOCAL = "executiontimelocal";
const STOP = "stoptimeutc";
/** Columns of what a test printed, and their levels. */
const OUTPUTS = [
	["stdout", "STDOUT"],
	["stderr", "STDERR"],
] as const;

/** Whether columns are those of such a log. */
export function isRunHeader(columns: Iterable<string>): boolean {
	const keys = new Set([...columns].map(foldField));
	return (keys.has(UTC) || keys.has(LOCAL)) && NAMING.some((name) => keys.has(name));
}

/**
 * Reads the rows of an execution log of Invoke-AtomicRedTeam: its CSV of 6 to 11 columns, what its loggers for syslog and the event log write, and the CSV of
 * loggers derived from it, which have `Technique ID`, the time of stop, the command and what it printed as well.
 *
 * The local time counts only where there is no UTC time: some versions mark it with a `Z` that it does not have. A row that names neither test
 * nor technique is left out and told.
 */
export function readRunRows(file: string, rows: readonly RunRow[]): LogReading {
	const problems: Problem[] = [];
	const order = findDayOrder(
		rows.flatMap(({ cells }) => [textOf(cells, UTC) ?? "", textOf(cells, LOCAL) ?? ""]),
	);
	const runs = rows.flatMap((row) => readRow(file, row, order, problems));
	return { runs, problems };
}

function readRow(
	file: string,
	{ cells, line }: RunRow,
	order: DayOrder | undefined,
	problems: Problem[],
): LoggedRun[] {
	const stated = textOf(cells, "techniqueid") ?? textOf(cells, "technique");
	const technique = readTechnique(stated);
	const testGuid = readGuid(textOf(cells, "guid"));
	const testName = textOf(cells, "testname");
	const tell = (message: string, isLost: boolean): void => {
		const severity = isLost ? "error" : "warning";
		problems.push(problemOf(file, line, "execution-field", message, severity));
	};
	if (technique === null && testGuid === null && testName === null) {
		tell("the row names no test and no technique", true);
		return [];
	}
	const exitCode = readLogNumber(cells.get("exitcode"));
	const started = readStart(cells, order, (message) => tell(message, false));
	return [
		{
			...NO_RUN_FACTS,
			technique,
			testGuid,
			testName,
			testNumber: readLogNumber(cells.get("testnumber")),
			started,
			stopped: readTime(textOf(cells, STOP) ?? "", order)?.iso ?? null,
			host: textOf(cells, "hostname"),
			user: textOf(cells, "username"),
			sourceIp: textOf(cells, "ipaddress"),
			processId: readLogNumber(cells.get("processid")),
			exitCode,
			ran: exitCode === null ? null : exitCode === 0 ? "success" : "failed",
			logSource: "csv",
			executor: null,
			...readConsole(cells),
			hasOwnStart: started !== null,
			logRef: `${textOf(cells, UTC) ?? textOf(cells, LOCAL) ?? ""}#${textOf(cells, "testnumber") ?? ""}`,
			file,
			line,
		},
	];
}

/** What was typed and printed, where the log has it. */
function readConsole(
	cells: ReadonlyMap<string, unknown>,
): Pick<LoggedRun, "command" | "output" | "masked"> {
	const command = keepLogText(cells.get("command"));
	const printed = OUTPUTS.map(([key, level]) => ({ level, ...keepLogText(cells.get(key)) }));
	return {
		command: command.text,
		output: printed
			.filter(({ text }) => text.trim() !== "")
			.map(({ level, text }) => ({ level, content: text })),
		masked: printed.reduce((sum, { masked }) => sum + masked, command.masked),
	};
}

function readStart(
	cells: ReadonlyMap<string, unknown>,
	order: DayOrder | undefined,
	tell: (message: string) => void,
): string | null {
	const utc = textOf(cells, UTC);
	const read = utc === null ? undefined : readTime(utc, order);
	if (read !== undefined) return read.iso;
	const local = textOf(cells, LOCAL);
	const other = local === null ? undefined : readTime(local.replace(/Z$/i, ""), order);
	if (other === undefined) {
		tell(`the time "${(utc ?? local ?? "").slice(0, 40)}" cannot be read with certainty`);
		return null;
	}
	if (!other.hasZone) tell("there is only a local time without a zone; it is taken for UTC");
	return other.iso;
}

function textOf(cells: ReadonlyMap<string, unknown>, key: string): string | null {
	return readLogText(cells.get(key));
}

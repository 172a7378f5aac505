import { asTables } from "../../formats/values";
import type { DayOrder } from "../../formats/read-time";
import { findDayOrder, readTime } from "../../formats/read-time";
import { NO_RUN_FACTS } from "../../model/execution";
import type { RunState } from "../../model/execution";
import type { Problem } from "../../model/problem";
import { problemOf } from "../../model/problem";
import { keepLogText, readFields, readGuid, readLogNumber } from "./log-values";
import { readLogText, readTechnique } from "./log-values";
import type { LoggedOutput, LoggedRun, LogReading } from "./logged-run";

/** A table of a log by `foldField` of its keys: writers spell `time-start`, `time_start` and `timeStart`. */
type Fields = ReadonlyMap<string, unknown>;

/** Where tests ran. */
interface LogTarget {
	readonly host: string | null;
	readonly user: string | null;
	readonly ip: string | null;
}

/** What all procedures of a log share. */
interface LogHead extends LogTarget {
	readonly id: string;
	readonly generated: string | null;
	/** Whether a procedure's order is the number of its atomic test, as Invoke-AtomicRedTeam has it. */
	readonly numbersTests: boolean;
	readonly days: DayOrder | undefined;
}

/**
 * Reads an ATTiRe log, version 1.1 (SecurityRiskAdvisors/ATTiRe), as its writers have it: one log or a list of them, a lone procedure or step
 * in place of a list, keys with hyphens or (atomic-operator) underscores, steps with or without process id, exit code and times of their own.
 * Each procedure is a run.
 *
 * Undefined where the value is no such log. A procedure without any name, technique or GUID is left out and told.
 */
export function readAttire(file: string, json: unknown): LogReading {
	const logs = asTables(json).map(readFields).filter(isLog);
	if (logs.length === 0) return undefined;
	const problems: Problem[] = [];
	const runs = logs.flatMap((log) => readLog(file, log, problems));
	return { runs, problems };
}

/** Other files have procedures too. */
function isLog(log: Fields): boolean {
	if (!log.has("procedures")) return false;
	if (log.has("attireversion") || log.has("executiondata")) return true;
	const keys = ["mitretechniqueid", "procedurename", "procedureid"];
	return readTables(log.get("procedures")).some((table) => keys.some((key) => table.has(key)));
}

function readLog(file: string, log: Fields, problems: Problem[]): LoggedRun[] {
	const procedures = readTables(log.get("procedures"));
	const head = readHead(readFields(log.get("executiondata")), findDays(procedures));
	return procedures.flatMap((procedure, index) => {
		const run = readProcedure(file, procedure, head, index);
		const name = run.testName ?? run.testGuid ?? run.technique;
		if (name === null) {
			const message = `procedure ${index + 1} names no test and no technique`;
			problems.push(problemOf(file, null, "execution-field", message));
			return [];
		}
		if (run.started === null) {
			const message = `${name}: no time of start is readable`;
			problems.push(problemOf(file, null, "execution-field", message, "warning"));
		}
		return run;
	});
}

function readTables(value: unknown): readonly Fields[] {
	return asTables(value).map(readFields);
}

function findDays(procedures: readonly Fields[]): DayOrder | undefined {
	const timed = procedures.flatMap((procedure) => readTables(procedure.get("steps")));
	const times = timed.flatMap((step) => [textOf(step, "timestart"), textOf(step, "timestop")]);
	return findDayOrder(times.filter((time) => time !== null));
}

function readHead(data: Fields, days: DayOrder | undefined): LogHead {
	const target = readTarget(data.get("target"));
	const source = textOf(data, "executionsource") ?? textOf(data, "source") ?? "";
	return {
		id: textOf(data, "executionid") ?? "",
		...target,
		generated: timeOf(data, "timegenerated", days),
		numbersTests: /invoke-?atomic/i.test(source),
		days,
	};
}

function readTarget(value: unknown): LogTarget {
	const target = readFields(value);
	return {
		host: textOf(target, "host"),
		user: textOf(target, "user"),
		ip: textOf(target, "ip"),
	};
}

/** Our own logs tell each procedure's target, since the format has one for all. */
function readOwnTarget(procedure: Fields): LogTarget | undefined {
	const key = "xdetectionvaulttarget";
	return procedure.has(key) ? readTarget(procedure.get(key)) : undefined;
}

function readProcedure(file: string, procedure: Fields, head: LogHead, index: number): LoggedRun {
	const steps = readTables(procedure.get("steps"));
	const [first = new Map<string, unknown>()] = steps;
	const order = readLogNumber(procedure.get("order"));
	const target = readOwnTarget(procedure) ?? head;
	const commands = steps.map((step) => keepLogText(step.get("command")));
	const outputs = steps.flatMap((step) => readOutputs(step.get("output")));
	/** A procedure's own times are those of its steps where it has none. */
	const timesOf = (key: string): readonly string[] =>
		[...steps, procedure].flatMap((part) => timeOf(part, key, head.days) ?? []).sort();
	const started = timesOf("timestart")[0] ?? null;
	return {
		...NO_RUN_FACTS,
		technique: readTechnique(procedure.get("mitretechniqueid")),
		testGuid: guidOf(procedure.get("procedureid")),
		testName: textOf(procedure, "procedurename"),
		testNumber: head.numbersTests ? order : null,
		started: started ?? head.generated,
		stopped: first.has("xdetectionvaultstopped") ? null : (timesOf("timestop").at(-1) ?? null),
		host: target.host,
		user: target.user,
		sourceIp: target.ip,
		processId: readLogNumber(first.get("processid")),
		exitCode: exitCodeOf(steps),
		ran: stateOf(steps),
		logSource: "attire",
		command: commands
			.map(({ text }) => text)
			.filter((text) => text !== "")
			.join("\n"),
		executor: textOf(first, "executor")?.toLowerCase() ?? null,
		output: outputs.map(({ output }) => output),
		masked: [...commands, ...outputs].reduce((sum, { masked }) => sum + masked, 0),
		hasOwnStart: started !== null,
		logRef: `${head.id}#${order ?? index + 1}`,
		file,
		line: null,
	};
}

/** Some writers put the id itself where the format has a table of type and id. */
function guidOf(value: unknown): string | null {
	return readGuid(textOf(readFields(value), "id") ?? readLogText(value));
}

/** Output is a list of pieces; some writers put plain text in place of a piece, or of the list. */
function readOutputs(
	value: unknown,
): readonly { readonly output: LoggedOutput; readonly masked: number }[] {
	const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
	return parts.flatMap((part) => {
		const fields = readFields(part);
		const { text, masked } = keepLogText(fields.has("content") ? fields.get("content") : part);
		const level = textOf(fields, "level")?.toUpperCase() ?? "STDOUT";
		return text.trim() === "" ? [] : [{ output: { level, content: text }, masked }];
	});
}

/** Of several steps the first that failed. */
function exitCodeOf(steps: readonly Fields[]): number | null {
	const codes = steps
		.map((step) => readLogNumber(step.get("exitcode")))
		.filter((code) => code !== null);
	return codes.find((code) => code !== 0) ?? codes.at(-1) ?? null;
}

function stateOf(steps: readonly Fields[]): RunState | null {
	if (steps.some((step) => /^true$/i.test(textOf(step, "istimeout") ?? ""))) return "failed";
	const code = exitCodeOf(steps);
	return code === null ? null : code === 0 ? "success" : "failed";
}

function textOf(fields: Fields, key: string): string | null {
	return readLogText(fields.get(key));
}

/** Texts of one form sort by time. */
function timeOf(fields: Fields, key: string, days: DayOrder | undefined): string | null {
	const text = textOf(fields, key);
	return text === null ? null : (readTime(text, days)?.iso ?? null);
}

import type { Table } from "../../formats/values";
import { asTable, asTables, ownValue } from "../../formats/values";
import { NO_RUN_FACTS } from "../../model/execution";
import type { RunState } from "../../model/execution";
import type { Problem } from "../../model/problem";
import { problemOf } from "../../model/problem";
import { normaliseTechniqueId } from "../../text/technique-ids";
import { keepLogText, readGuid, readLogNumber, readLogText } from "./log-values";
import type { LoggedOutput, LoggedRun, LogReading } from "./logged-run";
import { readTime } from "../../formats/read-time";

/** What all procedures of a log share. */
interface LogHead {
	readonly id: string;
	readonly host: string | null;
	readonly user: string | null;
	readonly ip: string | null;
	readonly generated: string | null;
	/** Whether a procedure's order is the number of its atomic test, as Invoke-AtomicRedTeam has it. */
	readonly numbersTests: boolean;
}

/**
 * Reads an ATTiRe log, version 1.1 (SecurityRiskAdvisors/ATTiRe), as its writers have it: one log or a list of them, a lone procedure or step
 * in place of a list, steps with or without process id and exit code. Each procedure is a run.
 *
 * Undefined where the value is no such log. A procedure without any name, technique or GUID is left out and told.
 */
export function readAttire(file: string, json: unknown): LogReading {
	const logs = asTables(json).filter((log) => Object.hasOwn(log, "procedures"));
	if (logs.length === 0) return undefined;
	const problems: Problem[] = [];
	const runs = logs.flatMap((log) => readLog(file, log, problems));
	return { runs, problems };
}

function readLog(file: string, log: Table, problems: Problem[]): LoggedRun[] {
	const head = readHead(asTable(ownValue(log, "execution-data")) ?? {});
	const procedures = asTables(ownValue(log, "procedures"));
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

function readHead(data: Table): LogHead {
	const target = asTable(ownValue(data, "target")) ?? {};
	const source = readLogText(ownValue(data, "execution-source")) ?? "";
	return {
		id: readLogText(ownValue(data, "execution-id")) ?? "",
		host: readLogText(ownValue(target, "host")),
		user: readLogText(ownValue(target, "user")),
		ip: readLogText(ownValue(target, "ip")),
		generated: timeOf(data, "time-generated"),
		numbersTests: /atomic/i.test(source),
	};
}

function readProcedure(file: string, procedure: Table, head: LogHead, index: number): LoggedRun {
	const steps = asTables(ownValue(procedure, "steps"));
	const [first = {}] = steps;
	const identity = asTable(ownValue(procedure, "procedure-id"));
	const order = readLogNumber(ownValue(procedure, "order"));
	const commands = steps.map((step) => keepLogText(ownValue(step, "command")));
	const outputs = steps.flatMap(readOutputs);
	const started = pick(
		steps.map((step) => timeOf(step, "time-start")),
		"first",
	);
	return {
		...NO_RUN_FACTS,
		technique: normaliseTechniqueId(textOf(procedure, "mitre-technique-id") ?? "") ?? null,
		testGuid: readGuid(identity && textOf(identity, "id")),
		testName: textOf(procedure, "procedure-name"),
		testNumber: head.numbersTests ? order : null,
		started: started ?? head.generated,
		stopped: pick(
			steps.map((step) => timeOf(step, "time-stop")),
			"last",
		),
		host: head.host,
		user: head.user,
		sourceIp: head.ip,
		processId: readLogNumber(ownValue(first, "process-id")),
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

/** Texts of one form sort by time. */
function pick(times: readonly (string | null)[], which: "first" | "last"): string | null {
	const known = times.filter((time) => time !== null).sort();
	return known.at(which === "first" ? 0 : -1) ?? null;
}

function readOutputs(
	step: Table,
): readonly { readonly output: LoggedOutput; readonly masked: number }[] {
	return asTables(ownValue(step, "output")).flatMap((part) => {
		const { text, masked } = keepLogText(ownValue(part, "content"));
		const level = textOf(part, "level") ?? "STDOUT";
		return text.trim() === "" ? [] : [{ output: { level, content: text }, masked }];
	});
}

/** Of several steps the first that failed. */
function exitCodeOf(steps: readonly Table[]): number | null {
	const codes = steps
		.map((step) => readLogNumber(ownValue(step, "exit-code")))
		.filter((code) => code !== null);
	return codes.find((code) => code !== 0) ?? codes.at(-1) ?? null;
}

function stateOf(steps: readonly Table[]): RunState | null {
	if (steps.some((step) => /^true$/i.test(textOf(step, "is-timeout") ?? ""))) return "failed";
	const code = exitCodeOf(steps);
	return code === null ? null : code === 0 ? "success" : "failed";
}

function textOf(table: Table, key: string): string | null {
	return readLogText(ownValue(table, key));
}

function timeOf(table: Table, key: string): string | null {
	const value = ownValue(table, key);
	const text = typeof value === "number" ? String(value) : readLogText(value);
	return text === null ? null : (readTime(text)?.iso ?? null);
}

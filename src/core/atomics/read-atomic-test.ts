import type { AtomicDependency, AtomicExecutor, AtomicTest } from "../model/atomic";
import { asTable, asTables, asText, asTexts } from "../formats/values";
import type { Table } from "../formats/values";
import { createGuid, normaliseGuid } from "./create-guid";
import { readAtomicInputs } from "./read-atomic-inputs";
import type { TestReport } from "./test-report";

const FIELDS: ReadonlySet<string> = new Set([
	"name",
	"auto_generated_guid",
	"description",
	"supported_platforms",
	"input_arguments",
	"dependency_executor_name",
	"dependencies",
	"executor",
	"executors",
	"test_number",
]);
const EXECUTORS: ReadonlySet<string> = new Set([
	"powershell",
	"command_prompt",
	"sh",
	"bash",
	"manual",
	"aws",
	"az",
	"gcloud",
	"kubectl",
]);

/**
 * Reads one item of `atomic_tests` (Atomic Red Team `spec.yaml` and its models of 2026), whatever of it is there.
 *
 * Reported: a missing or foreign field, a command that is no text, an executor nobody knows, a GUID that is missing or none.
 * `taken` holds the GUIDs met so far and gets this one; a second test with the same GUID is given one made from its name.
 */
export function readAtomicTest(
	table: Table,
	technique: string,
	name: string,
	report: TestReport,
	taken: Set<string>,
): AtomicTest {
	const fields = new Map(Object.entries(table));
	for (const key of fields.keys()) {
		if (!FIELDS.has(key))
			report.add("info", key, `${key} is not a field of an atomic test and is left out`);
	}
	if (asText(fields.get("name")) === undefined) report.add("warning", null, "the test has no name");
	const description = asText(fields.get("description"));
	if (description === undefined) report.add("info", null, "the test has no description");
	const platforms = asTexts(fields.get("supported_platforms"))
		.flatMap((text) => text.split(","))
		.map((text) => text.trim().toLowerCase())
		.filter((text) => text !== "");
	if (platforms.length === 0) report.add("warning", null, "the test names no platform");
	const executor = readExecutor(fields.get("executor") ?? fields.get("executors"), report);
	return {
		guid: readGuid(fields.get("auto_generated_guid"), technique, name, report, taken),
		name,
		description: description ?? "",
		platforms: [...new Set(platforms)],
		inputs: readAtomicInputs(fields.get("input_arguments"), report),
		dependencyExecutor: asText(fields.get("dependency_executor_name"))?.toLowerCase() ?? null,
		dependencies: readDependencies(fields, report),
		executor,
		line: report.range.first,
	};
}

function readGuid(
	value: unknown,
	technique: string,
	name: string,
	report: TestReport,
	taken: Set<string>,
): string {
	const text = asText(value);
	const stated = text === undefined ? undefined : normaliseGuid(text);
	if (stated !== undefined && !taken.has(stated)) {
		taken.add(stated);
		return stated;
	}
	const key = text === undefined ? null : "auto_generated_guid";
	const made = "one is made from its technique and name";
	if (stated !== undefined) {
		const message = `another test before it has the GUID ${stated}; ${made}`;
		report.add("warning", key, message, "atomic-duplicate-guid");
	} else if (text === undefined) report.add("info", key, `the test has no GUID yet; ${made}`);
	else report.add("warning", key, `${text} is not a GUID; ${made}`);
	let guid = createGuid([technique, name]);
	for (let ordinal = 2; taken.has(guid); ordinal++)
		guid = createGuid([technique, name, String(ordinal)]);
	taken.add(guid);
	return guid;
}

function readExecutor(value: unknown, report: TestReport): AtomicExecutor {
	if (Array.isArray(value) && value.length > 1)
		report.add("warning", "executor", `of ${value.length} executors the first counts`);
	const table = asTable(Array.isArray(value) ? value[0] : value);
	if (table === undefined) {
		report.add("error", "executor", "the test has no executor, so nothing says how to run it");
		return { name: "", command: "", cleanup: "", elevationRequired: false };
	}
	const fields = new Map(Object.entries(table));
	const name = asText(fields.get("name"))?.toLowerCase() ?? "";
	if (name === "") report.add("warning", "executor", "the executor has no name");
	else if (!EXECUTORS.has(name))
		report.add("info", "executor", `${name} is an executor that Atomic Red Team does not define`);
	const isManual = name === "manual";
	const commands = [fields.get("command"), fields.get("steps")];
	const [first, second] = isManual ? commands.reverse() : commands;
	const command = readCommand(first ?? second, isManual ? "steps" : "command", report);
	if (command === "") {
		const what = isManual ? "the manual steps are empty" : "the command is empty";
		report.add("error", "executor", what);
	}
	return {
		name,
		command,
		cleanup: readCommand(fields.get("cleanup_command"), "cleanup_command", report),
		elevationRequired: isTrue(fields.get("elevation_required")),
	};
}

/** Prerequisites stand in `dependencies`; tests of 2019 have one check in their executor instead. */
function readDependencies(
	fields: ReadonlyMap<string, unknown>,
	report: TestReport,
): readonly AtomicDependency[] {
	const value = fields.get("dependencies");
	const tables = asTables(value);
	if (value !== null && value !== undefined && tables.length === 0 && !isEmptyList(value))
		report.add("error", "dependencies", "dependencies is not a list of prerequisites");
	const executor = asTable(fields.get("executor"));
	if (executor?.["prereq_command"] !== undefined) tables.push(executor);
	return tables.map((table) => {
		const own = new Map(Object.entries(table));
		return {
			description: asText(own.get("description")) ?? "",
			check: readCommand(own.get("prereq_command"), "prereq_command", report),
			get: readCommand(own.get("get_prereq_command"), "get_prereq_command", report),
		};
	});
}

/** Gives a command verbatim but for the line breaks at its end; a list of commands line by line. */
function readCommand(value: unknown, key: string, report: TestReport): string {
	if (value === null || value === undefined) return "";
	if (typeof value === "string") return trimLineBreaks(value);
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	if (Array.isArray(value) && value.every((item) => asText(item) !== undefined))
		return value.map((item) => trimLineBreaks(String(item))).join("\n");
	report.add("error", key, `${key} is not text and is left out`);
	return "";
}

/** Gives a text without the line breaks at its start and end; a command's indentation stays. */
export function trimLineBreaks(text: string): string {
	let start = 0;
	let end = text.length;
	while (end > start && isBreak(text[end - 1])) end--;
	while (start < end && isBreak(text[start])) start++;
	return text.slice(start, end);
}

function isBreak(character: string | undefined): boolean {
	return character === "\n" || character === "\r";
}

function isTrue(value: unknown): boolean {
	return value === true || /^(?:true|yes|1)$/i.test(asText(value) ?? "");
}

function isEmptyList(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}

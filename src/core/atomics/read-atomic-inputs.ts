import type { AtomicInput } from "../model/atomic";
import { asTable, asText } from "../formats/values";
import { findKeyLine, readRawValue } from "./yaml-test-lines";
import type { TestReport } from "./test-report";

/**
 * Reads a test's `input_arguments`: a table of tables, in the file's order.
 *
 * A value that is no table is taken as the default. Defaults that YAML reads as numbers or truth values come as they are
 * written (`16.0` stays `16.0`), an absent one as "". What cannot be read is reported and left out.
 */
export function readAtomicInputs(value: unknown, report: TestReport): readonly AtomicInput[] {
	if (value === null || value === undefined) return [];
	const table = asTable(value);
	if (table === undefined) {
		report.add("error", "input_arguments", "input_arguments is not a table of inputs");
		return [];
	}
	return Object.entries(table).map(([name, input]) => readInput(name, input, report));
}

function readInput(name: string, value: unknown, report: TestReport): AtomicInput {
	const table = asTable(value);
	if (table === undefined) {
		if (value !== null)
			report.add("warning", name, `the input ${name} has no description and no type`);
		return { name, description: "", type: "", default: readDefault(value, name, report) };
	}
	const fields = new Map(Object.entries(table));
	return {
		name,
		description: asText(fields.get("description")) ?? "",
		type: (asText(fields.get("type")) ?? "").toLowerCase(),
		default: readDefault(fields.get("default"), name, report),
	};
}

function readDefault(value: unknown, name: string, report: TestReport): string {
	if (value === null || value === undefined) return "";
	if (typeof value === "string") return value;
	if (typeof value === "number" || typeof value === "boolean") {
		return findSpelling(value, name, report) ?? String(value);
	}
	report.add("warning", name, `the default of the input ${name} is not one value`);
	return JSON.stringify(value);
}

/** Finds how a number or truth value is spelt in the file, since `16.0` and `16` are not one path. */
function findSpelling(
	value: number | boolean,
	name: string,
	report: TestReport,
): string | undefined {
	const { lines, range } = report;
	const first = findKeyLine(lines, range, name);
	const own = readRawValue(lines, first);
	const raw =
		own === ""
			? readRawValue(lines, findKeyLine(lines, { first: first + 1, last: range.last }, "default"))
			: own;
	const isSame =
		typeof value === "number" ? Number(raw) === value : raw.toLowerCase() === String(value);
	return raw !== "" && isSame ? raw : undefined;
}

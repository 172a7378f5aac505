import { parseJson } from "../../formats/json";
import { readCsv } from "../../formats/read-csv";
import { asTables } from "../../formats/values";
import { problemOf } from "../../model/problem";
import { findEmbeddedRows } from "./find-embedded-rows";
import { foldField, readFields } from "./log-values";
import type { LogReading } from "./logged-run";
import { readAttire } from "./read-attire";
import type { RunRow } from "./read-run-rows";
import { isRunHeader, readRunRows } from "./read-run-rows";

/**
 * Reads a log of test runs by what is in it: ATTiRe 1.1 (JSON), or Invoke-AtomicRedTeam's (CSV; JSON with the same names, also one object a line, and
 * inside the lines of whatever collected it, as syslog and SIEMs do).
 *
 * Undefined where it is neither. Never throws; secrets in commands and outputs are masked. A damaged ATTiRe log gives no runs and the line.
 */
export function readExecutionLog(file: string, text: string): LogReading {
	const start = /^\s*(\S)/.exec(text)?.[1];
	const reading = start === "{" || start === "[" ? readJson(file, text) : readRows(file, text);
	return reading ?? readEmbedded(file, text);
}

function readEmbedded(file: string, text: string): LogReading {
	const { rows, damaged } = findEmbeddedRows(text);
	if (rows.length === 0) return undefined;
	const { runs = [], problems = [] } = readRunRows(file, rows) ?? {};
	const faults = damaged.map((line) =>
		problemOf(file, line, "read-syntax", "the record of a run is not valid JSON"),
	);
	return { runs, problems: [...problems, ...faults] };
}

function readJson(file: string, text: string): LogReading {
	const parsed = parseJson(text);
	if (parsed.ok) {
		return readAttire(file, parsed.json) ?? readJsonRows(file, parsed.json, () => null);
	}
	const lines = readJsonLines(text);
	if (lines !== undefined) {
		const json = lines.map((line) => line.json);
		return (
			readAttire(file, json) ?? readJsonRows(file, json, (index) => lines[index]?.line ?? null)
		);
	}
	const isMeant = text.includes('"procedures"') || text.includes('"attire-version"');
	if (!isMeant) return undefined;
	return {
		runs: [],
		problems: [problemOf(file, parsed.line, "read-syntax", parsed.reason)],
	};
}

function readJsonLines(
	text: string,
): readonly { readonly json: unknown; readonly line: number }[] | undefined {
	const found: { json: unknown; line: number }[] = [];
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (line.trim() === "") continue;
		const parsed = parseJson(line);
		if (!parsed.ok) return undefined;
		found.push({ json: parsed.json, line: index + 1 });
	}
	return found.length > 1 ? found : undefined;
}

function readJsonRows(
	file: string,
	json: unknown,
	lineOf: (index: number) => number | null,
): LogReading {
	const tables = asTables(json);
	const rows = tables.flatMap((table, index): RunRow[] => {
		if (!isRunHeader(Object.keys(table))) return [];
		return [{ cells: readFields(table), line: lineOf(index) }];
	});
	return rows.length === 0 ? undefined : readRunRows(file, rows);
}

/** Logs are put together from several, and from several versions: a header may stand anywhere. */
function readRows(file: string, text: string): LogReading {
	let header: readonly string[] | undefined;
	const rows: RunRow[] = [];
	for (const { cells, line } of readCsv(text)) {
		if (isRunHeader(cells)) header = cells.map(foldField);
		else if (header !== undefined) {
			rows.push({ cells: new Map(header.map((key, index) => [key, cells[index]])), line });
		}
	}
	return header === undefined ? undefined : readRunRows(file, rows);
}

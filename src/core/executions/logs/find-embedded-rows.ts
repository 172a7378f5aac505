import { parseJson } from "../../formats/json";
import { asTable } from "../../formats/values";
import { indexLines } from "../../text/line-index";
import { readFields } from "./log-values";
import type { RunRow } from "./read-run-rows";

/** The rows that a text holds, and the lines of those that look like rows and cannot be read. */
export interface EmbeddedRows {
	readonly rows: readonly RunRow[];
	/** 1-based. */
	readonly damaged: readonly number[];
}

/** What an object that is a row has in it, however its quotes are written. */
const MARK = /Execution Time \((?:UTC|Local)\)/;

/**
 * Finds the JSON objects that Invoke-AtomicRedTeam's loggers for syslog and the event log send, inside whatever collected them: behind a syslog
 * header, over several lines, as text inside JSON (`\"`), CSV (`""`) or XML (`&quot;`).
 *
 * Linear in the text: the objects are flat, so each ends at the first brace.
 */
export function findEmbeddedRows(text: string): EmbeddedRows {
	if (!MARK.test(text)) return { rows: [], damaged: [] };
	const lines = indexLines(text);
	const rows: RunRow[] = [];
	const damaged: number[] = [];
	for (const { 0: object, index } of text.matchAll(/\{[^{}]*\}/g)) {
		if (!MARK.test(object)) continue;
		const { line } = lines.positionAt(index);
		const table = readObject(object);
		if (table === undefined) damaged.push(line);
		else rows.push({ cells: readFields(table), line });
	}
	return { rows, damaged };
}

function readObject(object: string): object | undefined {
	const spellings = [
		() => object,
		() => object.replaceAll('""', '"'),
		() => object.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
		() => {
			const unescaped = parseJson(`"${object}"`);
			return unescaped.ok ? String(unescaped.json) : "";
		},
	];
	for (const spell of spellings) {
		const parsed = parseJson(spell());
		const table = parsed.ok ? asTable(parsed.json) : undefined;
		if (table !== undefined) return table;
	}
	return undefined;
}

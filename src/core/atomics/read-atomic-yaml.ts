import type { AtomicTechnique, AtomicTest } from "../model/atomic";
import { problemOf } from "../model/problem";
import type { Problem } from "../model/problem";
import { asTable, asText } from "../formats/values";
import type { Table } from "../formats/values";
import { findTechniqueIds, normaliseTechniqueId } from "../text/technique-ids";
import type { AtomicFile } from "./atomic-reading";
import { readAtomicTest } from "./read-atomic-test";
import { openTestReport } from "./test-report";
import type { LineRange } from "./yaml-test-lines";

/** One technique's tests as YAML has them, with the lines on which they stand. */
export interface AtomicTable {
	readonly technique: string;
	readonly name: string;
	readonly tests: unknown;
	/** One range for each test, or empty where the lines could not be told. */
	readonly ranges: readonly LineRange[];
	/** 1-based line for what has no own one. */
	readonly line: number;
}

/**
 * Reads one technique's tests; what is no test is reported and left out, the rest goes on.
 *
 * `taken` holds the GUIDs met so far in the file.
 */
export function readAtomicTable(
	source: AtomicTable,
	file: AtomicFile,
	lines: readonly string[],
	taken: Set<string>,
	problems: Problem[],
): AtomicTechnique {
	const tests: AtomicTest[] = [];
	const items: readonly unknown[] = Array.isArray(source.tests) ? source.tests : [source.tests];
	const ranges = source.ranges.length === items.length ? source.ranges : [];
	for (const [index, item] of items.entries()) {
		const range = ranges[index] ?? { first: source.line, last: lines.length };
		const table = asTable(item);
		if (table === undefined) {
			const message = `test ${index + 1} is not a table of fields and is left out`;
			problems.push(problemOf(file.file, range.first, "atomic-field", message));
			continue;
		}
		const name = asText(table["name"]) ?? `Test ${index + 1}`;
		const report = openTestReport(file.file, lines, range, name, problems);
		tests.push(readAtomicTest(table, source.technique, name, report, taken));
	}
	return { technique: source.technique, name: source.name, tests, file: file.file };
}

/**
 * Gives the technique that a file's tests belong to: `attack_technique`, else the id in the file's name.
 *
 * Reported: an id that has no technique's shape, and a list of several, of which the first counts.
 */
export function readTechniqueOf(
	table: Table,
	file: AtomicFile,
	line: number,
	problems: Problem[],
): string | undefined {
	const value = table["attack_technique"];
	const add = (message: string): void => {
		problems.push(problemOf(file.file, line, "atomic-field", message, "warning"));
	};
	if (Array.isArray(value) && value.length > 1)
		add("attack_technique names several techniques; the first counts");
	const text = asText(Array.isArray(value) ? value[0] : value);
	const stated = text === undefined ? undefined : normaliseTechniqueId(text);
	if (stated !== undefined) return stated;
	const [named] = findTechniqueIds(file.path.slice(file.path.lastIndexOf("/") + 1));
	if (named === undefined) return undefined;
	const why =
		text === undefined ? "attack_technique is missing" : `${text} is not a technique's id`;
	add(`${why}; the file's name says ${named}`);
	return named;
}

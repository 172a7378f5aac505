import type { AtomicTechnique } from "../model/atomic";
import type { Problem } from "../model/problem";
import { asTable, asText } from "../formats/values";
import type { Table } from "../formats/values";
import { normaliseTechniqueId } from "../text/technique-ids";
import type { AtomicFile, AtomicReading } from "./atomic-reading";
import { readAtomicTable } from "./read-atomic-yaml";
import type { LineRange } from "./yaml-test-lines";

interface IndexEntry {
	readonly id: string;
	readonly name: string;
	readonly tests: unknown;
	/** Which `atomic_tests` list of the text is this one's. */
	readonly list: number;
}

/**
 * Reads Atomic Red Team's `index.yaml`: tactic → technique → `{technique, atomic_tests}`, or techniques without tactics around them.
 *
 * A technique of several tactics stands there several times with the same tests; it is given once. Techniques without tests are
 * left out. Gives undefined where the table has another shape.
 */
export function readAtomicIndex(
	table: Table,
	file: AtomicFile,
	lines: readonly string[],
	lists: readonly (readonly LineRange[])[],
): AtomicReading | undefined {
	const entries = listEntries(table);
	if (entries === undefined) return undefined;
	const problems: Problem[] = [];
	const techniques = new Map<string, AtomicTechnique>();
	const taken = new Set<string>();
	const linesKnown = lists.length === entries.length;
	for (const { id, name, tests, list } of entries) {
		if (techniques.has(id) || !Array.isArray(tests) || tests.length === 0) continue;
		const ranges = linesKnown ? (lists[list] ?? []) : [];
		const source = { technique: id, name, tests, ranges, line: ranges[0]?.first ?? 1 };
		techniques.set(id, readAtomicTable(source, file, lines, taken, problems));
	}
	if (techniques.size === 0)
		return { kind: "none", reason: "the index lists no atomic tests", problems };
	return { kind: "tests", origin: "index", techniques: [...techniques.values()], problems };
}

function listEntries(table: Table): IndexEntry[] | undefined {
	const entries: IndexEntry[] = [];
	for (const tactic of [table, ...Object.values(table)]) {
		for (const [key, value] of Object.entries(asTable(tactic) ?? {})) {
			const entry = asTable(value);
			const id = normaliseTechniqueId(key);
			if (entry === undefined || id === undefined || !Object.hasOwn(entry, "atomic_tests"))
				continue;
			const name = readName(entry["technique"]);
			entries.push({ id, name, tests: entry["atomic_tests"], list: entries.length });
		}
	}
	return entries.length === 0 ? undefined : entries;
}

/** The index holds the technique's STIX object, whose name has no parent; some versions put the identifier's display name there. */
function readName(technique: unknown): string {
	const table = asTable(technique);
	return table === undefined ? "" : (asText(table["display_name"] ?? table["name"]) ?? "");
}

import { asTable, asTables, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import { DEEPEST_OUTLINE, entryOf, leafNode } from "./outline-node";
import type { OutlineEntry, OutlineNode } from "./outline-node";

/**
 * Gives what a YAML parser made of a text the places that the outline found. What the outline does not know (behind an alias) has the place
 * of what holds it; what is nested too deep is an empty list.
 */
export function placeValues(value: unknown, outline: OutlineNode, depth = 0): OutlineNode {
	const { start, end } = outline;
	if (typeof value !== "object" || value === null) {
		const isScalar = ["string", "number", "boolean"].includes(typeof value);
		return leafNode(start, end, isScalar ? (value as string | number | boolean) : null);
	}
	if (depth > DEEPEST_OUTLINE) return { ...leafNode(start, end), items: [] };
	const table = asTable(value);
	if (table === undefined) {
		const values = value as readonly unknown[];
		const items = values.map((item, index) =>
			placeValues(item, outline.items?.[index] ?? leafNode(start, end), depth + 1),
		);
		return { start, end, scalar: null, entries: null, items };
	}
	return { start, end, scalar: null, entries: placeEntries(table, outline, depth), items: null };
}

/** The entries of a table, above those of the tables that its merge key `<<` names (YAML 1.1; the first of several is the topmost). */
function placeEntries(
	table: Table,
	outline: OutlineNode,
	depth: number,
): Map<string, OutlineEntry> {
	const merged = ownValue(table, MERGE_KEY);
	const tables = asTables(merged).reverse();
	const isMerging = tables.length === (Array.isArray(merged) ? merged.length : 1);
	const entries = new Map<string, OutlineEntry>();
	if (isMerging && depth <= DEEPEST_OUTLINE) {
		const { value: place } = entryOf(outline, MERGE_KEY);
		for (const below of tables)
			for (const [key, entry] of placeEntries(below, place, depth + 1)) entries.set(key, entry);
	}
	for (const [key, part] of Object.entries(table)) {
		if (isMerging && key === MERGE_KEY) continue;
		const entry = entryOf(outline, key);
		entries.set(key, { ...entry, value: placeValues(part, entry.value, depth + 1) });
	}
	return entries;
}

const MERGE_KEY = "<<";

/** Lays one outline over another, as the tables themselves are. */
export function mergeOutlines(below: OutlineNode, above: OutlineNode): OutlineNode {
	if (below.entries === null || above.entries === null) return above;
	const entries = new Map(below.entries);
	for (const [key, entry] of above.entries) {
		const known = entries.get(key);
		const value = known === undefined ? entry.value : mergeOutlines(known.value, entry.value);
		entries.set(key, { ...entry, value });
	}
	return { ...above, entries };
}

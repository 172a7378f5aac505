import type { Condition } from "../../model/detection";
import { asTable } from "../../formats/values";
import type { Table } from "../../formats/values";
import { combine } from "../syntax/conditions";
import { isScalar } from "./lower-value";
import { entryOf, itemOf } from "./outline-node";
import type { OutlineEntry, OutlineNode } from "./outline-node";
import { readItem } from "./read-item";
import { countLeaves } from "./sigma-reading";
import type { SigmaReading } from "./sigma-reading";

/** Lists of lists deeper than this are not read. */
const DEEPEST_LIST = 20;

/**
 * Reads a named part of a detection: a map (all entries must hold), a list of maps (one of them must), a list of keywords, or one
 * keyword. Where it comes to more than one part, the group bears its name.
 *
 * Reported and kept as opaque: any other shape.
 */
export function readSelection(
	reading: SigmaReading,
	name: string,
	definition: unknown,
	entry: OutlineEntry,
): Condition {
	const condition = readDefinition(reading, definition, entry.value, 0);
	const isGroup = condition.kind === "and" || condition.kind === "or";
	return isGroup && condition.name === null ? { ...condition, name } : condition;
}

function readDefinition(
	reading: SigmaReading,
	definition: unknown,
	node: OutlineNode,
	depth: number,
): Condition {
	const table = asTable(definition);
	if (table !== undefined && Object.keys(table).length > 0) return readMap(reading, table, node);
	const span = { start: node.start, end: node.end };
	if (Array.isArray(definition) && definition.length > 0 && depth < DEEPEST_LIST) {
		const items: readonly unknown[] = definition;
		if (items.every(isScalar)) return readItem(reading, null, items, node, span);
		const parts = items.map((item, index) =>
			readDefinition(reading, item, itemOf(node, index), depth + 1),
		);
		return combine("or", parts);
	}
	if (isScalar(definition) && definition !== null)
		return readItem(reading, null, definition, node, span);
	const leaves = countLeaves(definition);
	reading.count(leaves);
	return reading.giveUp("there is nothing to look for", span, leaves);
}

function readMap(reading: SigmaReading, table: Table, node: OutlineNode): Condition {
	const parts = Object.entries(table).map(([key, value]) => {
		const entry = entryOf(node, key);
		const span = { start: entry.keyStart, end: entry.end };
		return readItem(reading, key, value, entry.value, span);
	});
	return combine("and", parts);
}

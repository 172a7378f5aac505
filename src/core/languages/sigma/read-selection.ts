import type { Condition } from "../../model/detection";
import { combine } from "../syntax/conditions";
import { countLeaves, isScalar } from "./outline-node";
import type { OutlineNode } from "./outline-node";
import { readItem } from "./read-item";
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
	definition: OutlineNode,
): Condition {
	const condition = readDefinition(reading, definition, 0);
	const isGroup = condition.kind === "and" || condition.kind === "or";
	return isGroup && condition.name === null ? { ...condition, name } : condition;
}

function readDefinition(reading: SigmaReading, node: OutlineNode, depth: number): Condition {
	const { entries, items, start, end } = node;
	if (entries !== null && entries.size > 0) {
		const parts: Condition[] = [];
		entries.forEach(({ keyStart, end: entryEnd, value }, key) => {
			parts.push(readItem(reading, key, value, { start: keyStart, end: entryEnd }));
		});
		return combine("and", parts);
	}
	const span = { start, end };
	if (items !== null && items.length > 0 && depth < DEEPEST_LIST) {
		if (items.every(isScalar)) return readItem(reading, null, node, span);
		return combine(
			"or",
			items.map((item) => readDefinition(reading, item, depth + 1)),
		);
	}
	if (isScalar(node) && node.scalar !== null) return readItem(reading, null, node, span);
	const leaves = countLeaves(node);
	reading.count(leaves);
	return reading.giveUp("there is nothing to look for", span, leaves);
}

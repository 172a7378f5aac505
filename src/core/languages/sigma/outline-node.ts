/** Where one YAML value stands in its text, and where what it holds stands. All offsets are UTF-16. */
export interface OutlineNode {
	/** First character of the value; of its key where the value is empty. */
	readonly start: number;
	/** Behind its last character. */
	readonly end: number;
	/** Of a map: its entries by key. */
	readonly entries: ReadonlyMap<string, OutlineEntry> | null;
	/** Of a list: its items. */
	readonly items: readonly OutlineNode[] | null;
}

/** One entry of a map. */
export interface OutlineEntry {
	readonly keyStart: number;
	/** Behind the entry: its value, or its key where the value is empty. */
	readonly end: number;
	readonly value: OutlineNode;
}

/** A key that stands twice in one map, at its second place. */
export interface RepeatedKey {
	readonly key: string;
	readonly start: number;
	readonly end: number;
}

/** Nesting below this is not outlined: what stands there has the place of what holds it. */
export const DEEPEST_OUTLINE = 50;

/** Makes a node without parts. */
export function leafNode(start: number, end: number): OutlineNode {
	return { start, end, entries: null, items: null };
}

/** Gives the entry of a map, or one with the map's own place where the outline does not know it. */
export function entryOf(node: OutlineNode, key: string): OutlineEntry {
	const value = leafNode(node.start, node.end);
	return node.entries?.get(key) ?? { keyStart: node.start, end: node.end, value };
}

/** Gives the item of a list, or one with the list's own place where the outline does not know it. */
export function itemOf(node: OutlineNode, index: number): OutlineNode {
	return node.items?.[index] ?? leafNode(node.start, node.end);
}

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

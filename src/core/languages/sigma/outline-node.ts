import { asTexts } from "../../formats/values";

/** A scalar of YAML. */
export type SigmaScalar = string | number | boolean | null;

/** A YAML value, where it stands in its text, and where what it holds stands. All offsets are UTF-16. */
export interface OutlineNode {
	/** First character of the value; of its key where the value is empty. */
	readonly start: number;
	/** Behind its last character. */
	readonly end: number;
	/** What YAML makes of a scalar; null for a map and a list. */
	readonly scalar: SigmaScalar;
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

/** What is noted on the way through a text. */
export interface OutlineNotes {
	readonly repeated: RepeatedKey[];
	/**
	 * Whether the values are those that a YAML parser gives. Places are found in any text; values only of maps, lists and scalars of one
	 * line, without anchors, tags and block scalars. Once false, it stays so.
	 */
	isSure: boolean;
}

/** Nesting below this is not outlined: what stands there has the place of what holds it. */
export const DEEPEST_OUTLINE = 50;

/** Makes a node without parts. */
export function leafNode(start: number, end: number, scalar: SigmaScalar = null): OutlineNode {
	return { start, end, scalar, entries: null, items: null };
}

/** Whether a value is neither a map nor a list. */
export function isScalar({ entries, items }: OutlineNode): boolean {
	return entries === null && items === null;
}

/** Adds an entry to a map; one whose key is there already takes its place, which is noted. */
export function addEntry(
	entries: Map<string, OutlineEntry>,
	entry: {
		readonly name: string;
		readonly keyStart: number;
		readonly keyEnd: number;
		readonly value: OutlineNode;
	},
	notes: OutlineNotes,
): void {
	const { name, keyStart, keyEnd, value } = entry;
	if (entries.has(name)) notes.repeated.push({ key: name, start: keyStart, end: keyEnd });
	entries.set(name, { keyStart, end: Math.max(keyEnd, value.end), value });
}

/** Gives the entry of a map, or an empty one with the map's own place where there is none. */
export function entryOf({ start, end, entries }: OutlineNode, key: string): OutlineEntry {
	return entries?.get(key) ?? { keyStart: start, end, value: leafNode(start, end) };
}

/** Gives the items of a list; a value that is no list is one of itself, an empty one none. */
export function itemsOf(node: OutlineNode | undefined): readonly OutlineNode[] {
	if (node === undefined) return [];
	return node.items ?? (isScalar(node) && node.scalar === null ? [] : [node]);
}

/** Gives the texts of a list's scalars, of a lone one as a list of one. */
export function textsOf(node: OutlineNode | undefined): readonly string[] {
	return asTexts(itemsOf(node).map(({ scalar }) => scalar));
}

/** Counts the scalars of a value, an empty list or table as one. */
export function countLeaves({ entries, items }: OutlineNode): number {
	let leaves = 0;
	items?.forEach((item) => {
		leaves += isScalar(item) ? 1 : countLeaves(item);
	});
	entries?.forEach(({ value }) => {
		leaves += countLeaves(value);
	});
	return leaves === 0 ? 1 : leaves;
}

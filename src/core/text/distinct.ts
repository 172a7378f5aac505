/** Gives items in their order, each once. */
export function distinct<Item>(items: readonly Item[]): Item[] {
	return [...new Set(items)];
}

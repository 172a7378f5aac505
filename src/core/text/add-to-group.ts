/** Adds an item to the group under its key, which it starts where there is none. */
export function addToGroup<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
	const group = groups.get(key);
	if (group === undefined) groups.set(key, [item]);
	else group.push(item);
}

/** Things found under keys, each under any number of them. */
export interface Groups<T> {
	add(key: string, item: T): void;
	remove(key: string, item: T): void;
	/** What was added under a key, in no fixed order. */
	get(key: string): ReadonlySet<T>;
	/** The keys that something is under. */
	keys(): Iterable<string>;
}

/** Gives empty groups. */
export function createGroups<T>(): Groups<T> {
	// Most groups are only ever added to; a set, which is larger and slower to fill, is made of one when it is asked for.
	const groups = new Map<string, T[] | Set<T>>();
	const setOf = (key: string): Set<T> | undefined => {
		const found = groups.get(key);
		if (!Array.isArray(found)) return found;
		const set = new Set(found);
		groups.set(key, set);
		return set;
	};
	return {
		add(key, item) {
			const found = groups.get(key);
			if (found === undefined) groups.set(key, [item]);
			else if (Array.isArray(found)) found.push(item);
			else found.add(item);
		},
		remove(key, item) {
			const found = setOf(key);
			found?.delete(item);
			if (found?.size === 0) groups.delete(key);
		},
		get: (key) => setOf(key) ?? new Set(),
		keys: () => groups.keys(),
	};
}

/** Entries by the techniques they name. */
export interface TechniqueGroups<T> {
	add(keys: readonly string[], entry: T): void;
	remove(keys: readonly string[], entry: T): void;
	of(key: string): ReadonlySet<T>;
	/** The entries under keys that are covered, each once. */
	where(covers: (key: string) => boolean): T[];
	keys(): Iterable<string>;
	entries(): Iterable<readonly [string, ReadonlySet<T>]>;
}

/** Gives groups without entries. */
export function createTechniqueGroups<T>(): TechniqueGroups<T> {
	const groups = new Map<string, Set<T>>();
	return {
		add(keys, entry) {
			for (const key of keys) groups.set(key, (groups.get(key) ?? new Set()).add(entry));
		},
		remove(keys, entry) {
			for (const key of keys) {
				const group = groups.get(key);
				group?.delete(entry);
				if (group?.size === 0) groups.delete(key);
			}
		},
		of: (key) => groups.get(key) ?? new Set(),
		where(covers) {
			const found = new Set<T>();
			for (const [key, group] of groups) {
				if (covers(key)) for (const entry of group) found.add(entry);
			}
			return [...found];
		},
		keys: () => groups.keys(),
		entries: () => groups.entries(),
	};
}

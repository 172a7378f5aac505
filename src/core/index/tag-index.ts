import { createGroups } from "./groups";
import { tagWithParents } from "./tag-names";

/** Finds things by tag; case does not matter, and a tag finds what has a tag below it too. */
export interface TagIndex<T> {
	add(item: T, tags: readonly string[]): void;
	remove(item: T, tags: readonly string[]): void;
	/** What has the tag, written with its `#`, in no fixed order. */
	find(tag: string): ReadonlySet<T>;
	/** All tags in lower case with their parents, in code-unit order. */
	names(): string[];
}

/** Gives an empty tag index. */
export function createTagIndex<T>(): TagIndex<T> {
	const byTag = createGroups<T>();
	/** Tags repeat from note to note; their lower case with parents is worked out once. */
	const expanded = new Map<string, readonly string[]>();
	const expand = (tag: string): readonly string[] => {
		const known = expanded.get(tag);
		if (known !== undefined) return known;
		const names = tagWithParents(tag.toLowerCase());
		expanded.set(tag, names);
		return names;
	};
	return {
		add(item, tags) {
			for (const tag of tags) for (const name of expand(tag)) byTag.add(name, item);
		},
		remove(item, tags) {
			for (const tag of tags) for (const name of expand(tag)) byTag.remove(name, item);
		},
		find: (tag) => byTag.get(tag.toLowerCase()),
		names: () => [...byTag.keys()].sort(),
	};
}

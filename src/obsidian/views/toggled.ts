/** Gives a set with one more item, or without it where it has it. */
export function toggled<T>(items: ReadonlySet<T>, item: T): ReadonlySet<T> {
	const next = new Set(items);
	if (!next.delete(item)) next.add(item);
	return next;
}

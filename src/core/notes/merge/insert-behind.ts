import { addToGroup } from "../../text/add-to-group";

/** Gives the keys of one list in their order, and those that only another list has, each behind what it follows there. */
export function insertBehind(
	order: readonly string[],
	others: readonly string[],
): readonly string[] {
	const known = new Set(order);
	const behind = new Map<string | undefined, string[]>();
	let last: string | undefined;
	for (const key of others) {
		if (known.has(key)) last = key;
		else addToGroup(behind, last, key);
	}
	return [undefined, ...order].flatMap((key) => [
		...(key === undefined ? [] : [key]),
		...(behind.get(key) ?? []),
	]);
}

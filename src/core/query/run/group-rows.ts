import type { Value } from "../../model/value";
import { sortInSteps } from "../../text/sort-in-steps";
import type { Steps } from "../../text/steps";
import { isLink, isList } from "../value";
import { compareValues, type Ordering } from "../values/value-order";
import type { Row } from "./row";
import { isOrdered } from "./sort-rows";

interface Group {
	readonly key: Value;
	/** Places of its rows before the grouping. */
	readonly places: number[];
}

/**
 * Puts rows with equal keys together, in ascending order of the keys. Each group is a row with `key`, `rows`, and the key under the
 * name of the grouping.
 */
export function* groupRows(
	keyed: readonly { readonly row: Row; readonly value: Value }[],
	name: string,
	order: Ordering,
): Steps<Row[]> {
	const same = new Map<unknown, Group>();
	keyed.forEach(({ value }, at) => {
		// What is identical is equal; what else is equal shows once the keys are in order.
		const mark = markOf(value);
		const group = same.get(mark);
		if (group === undefined) same.set(mark, { key: value, places: [at] });
		else group.places.push(at);
	});
	const compare = (a: Group, b: Group): number => compareValues(a.key, b.key, order);
	const groups = [...same.values()];
	const isPlain = groups.every(({ key }) => isOrdered(key) || isLink(key));
	const sorted = isPlain ? yield* sortInSteps(groups, compare) : groups.sort(compare);
	return mergeEqual(sorted, order).map(({ key, places }) => {
		const rows = places.map((at) => keyed[at]?.row.data ?? null);
		const fields = new Map<string, Value>([
			["key", key],
			["rows", rows],
			[name, key],
		]);
		return { key, data: { kind: "object", fields }, note: null };
	});
}

/** What equal scalars, links written alike, and lists of equal scalars have in common. */
function markOf(value: Value): unknown {
	if (isLink(value)) return `\0link\0${value.path}\0${value.type}\0${value.subpath ?? ""}`;
	return isList(value) && value.every(isWritten) ? `\0list\0${JSON.stringify(value)}` : value;
}

/** Whether JSON has a value as it is, and no other like it. */
function isWritten(value: Value): boolean {
	if (typeof value === "number") return Number.isFinite(value);
	return value === null || typeof value === "string" || typeof value === "boolean";
}

function mergeEqual(groups: readonly Group[], order: Ordering): Group[] {
	const merged: Group[] = [];
	const joined = new Set<Group>();
	for (const group of groups) {
		const last = merged.at(-1);
		if (last === undefined || compareValues(group.key, last.key, order) !== 0) merged.push(group);
		else {
			for (const place of group.places) last.places.push(place);
			joined.add(last);
		}
	}
	for (const { places } of joined) places.sort((a, b) => a - b);
	return merged;
}

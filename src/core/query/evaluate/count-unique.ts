import type { Value } from "../../model/value";
import { markValue } from "./mark-value";
import type { RunContext } from "./run-context";

/** Counts the values of a list that differ, as `length(unique(list))` does, without putting them in order; undefined where only that could tell. */
export function countUnique(list: readonly Value[], context: RunContext): number | undefined {
	const seen = new Set<Value>();
	const marks = new Set<Value>();
	for (const value of list) {
		if (seen.has(value)) continue;
		const mark = markValue(value, context);
		if (mark === undefined) return undefined;
		marks.add(mark);
		seen.add(value);
	}
	return marks.size;
}

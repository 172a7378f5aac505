import type { Value } from "../../model/value";
import { isList } from "../value";
import { markValue, type Sameness } from "./mark-value";

type List = readonly Value[];

/** A list of which each row asks something, such as the links to one note, is worked through once and not for each row. */
export interface ListMemory {
	/** That field of every element, worked out by `pick` where it is not known. */
	picked(list: List, key: string, pick: () => List): List;
	/** The elements that can be the same as a value: none, or those that have to be compared. */
	candidates(list: List, value: Value, sameness: Sameness): List;
}

/** Shorter lists are gone through faster than remembered. */
const LONG = 64;

/** The marks of a list's elements, and the elements that have none. */
interface Marked {
	readonly marks: ReadonlySet<Value>;
	readonly others: List;
}

/** Gives the memory of one run; it holds a list no longer than somebody else does. */
export function createListMemory(): ListMemory {
	const fields = new WeakMap<List, Map<string, List>>();
	const marked = new WeakMap<List, Marked | "asked">();
	return {
		picked(list, key, pick) {
			if (list.length < LONG) return pick();
			const known = fields.get(list) ?? new Map<string, List>();
			const values = known.get(key) ?? pick();
			fields.set(list, known.set(key, values));
			return values;
		},
		candidates(list, value, sameness) {
			if (list.length < LONG) return list;
			const mark = markValue(value, sameness);
			const known = marked.get(list);
			// A list that is asked but once is not worth it.
			if (known === undefined) marked.set(list, "asked");
			if (mark === undefined || known === undefined) return list;
			const { marks, others } = known === "asked" ? markAll(list, sameness) : known;
			if (known === "asked") marked.set(list, { marks, others });
			return marks.has(mark) ? [value] : others;
		},
	};
}

function markAll(list: List, sameness: Sameness): Marked {
	const marks = new Set<Value>();
	const others: Value[] = [];
	for (const value of list) {
		const mark = isList(value) ? undefined : markValue(value, sameness);
		if (mark === undefined) others.push(value);
		else marks.add(mark);
	}
	return { marks, others };
}

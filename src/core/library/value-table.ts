import type { PredicateOperator, PredicateValue } from "../model/predicate";

/** What rules test: a field, how, and the value. */
export interface Tested {
	/** Null for a keyword. */
	readonly field: string | null;
	readonly op: PredicateOperator;
	readonly value: PredicateValue;
}

/** Things by field, operator and value: a text of all three for each would have to be put together, and kept. */
export interface ValueTable<Item> {
	/** Gives what stands under a test; `make` gives it where nothing does yet. */
	find<T extends Tested>(tested: T, make: (tested: T) => Item): Item;
	remove(tested: Tested): void;
}

type ValueKey = string | number | boolean | null;

/** Makes a table with nothing in it. */
export function createValueTable<Item>(): ValueTable<Item> {
	type ByValue = Map<ValueKey, Item>;
	const byField = new Map<string, Map<PredicateOperator, ByValue>>();
	return {
		find(tested, make) {
			const { field, op } = tested;
			let byOp = byField.get(field ?? "");
			if (byOp === undefined)
				byField.set(field ?? "", (byOp = new Map<PredicateOperator, ByValue>()));
			let byValue = byOp.get(op);
			if (byValue === undefined) byOp.set(op, (byValue = new Map<ValueKey, Item>()));
			const key = valueKey(tested.value);
			let item = byValue.get(key);
			if (item === undefined) byValue.set(key, (item = make(tested)));
			return item;
		},
		remove({ field, op, value }) {
			const byOp = byField.get(field ?? "");
			const byValue = byOp?.get(op);
			byValue?.delete(valueKey(value));
			if (byValue?.size === 0) byOp?.delete(op);
			if (byOp?.size === 0) byField.delete(field ?? "");
		},
	};
}

/** Texts that start with the character that sets references and lists apart get it a second time. */
function valueKey(value: PredicateValue): ValueKey {
	if (typeof value === "object" && value !== null) return `\0${JSON.stringify(value)}`;
	return typeof value === "string" && value.startsWith("\0") ? `\0${value}` : value;
}

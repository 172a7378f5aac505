/** A filter of a base (Obsidian's help, "Bases syntax"): an expression, or several in an object with one key. */
export type BaseFilter =
	| string
	| { readonly and: readonly BaseFilter[] }
	| { readonly or: readonly BaseFilter[] }
	| { readonly not: readonly BaseFilter[] };

/** A property to sort or group by. */
export interface BaseOrder {
	readonly property: string;
	readonly direction: "ASC" | "DESC";
}

/** A base with one view, as it is put together. */
export interface Base {
	readonly view: "table" | "list";
	readonly name: string;
	/** All of them have to hold. */
	readonly filters: BaseFilter[];
	/** Expressions by name. */
	readonly formulas: Map<string, string>;
	/** Names to show, by property. */
	readonly names: Map<string, string>;
	/** Properties to show, in order. */
	readonly order: string[];
	readonly sort: BaseOrder[];
	groupBy: BaseOrder | undefined;
	limit: number | undefined;
}

/** Gives a base over all notes. Without the first filter it would show files of every kind. */
export function createBase(view: Base["view"], name: string): Base {
	return {
		...{ view, name, filters: ['file.ext == "md"'], formulas: new Map(), names: new Map() },
		...{ order: [], sort: [], groupBy: undefined, limit: undefined },
	};
}

/** Gives the property of a new formula. */
export function addFormula(base: Base, expression: string): string {
	for (const [name, known] of base.formulas) if (known === expression) return `formula.${name}`;
	const name = `column_${base.formulas.size + 1}`;
	base.formulas.set(name, expression);
	return `formula.${name}`;
}

/** Shows a property under a name. */
export function addColumn(base: Base, property: string, name: string): void {
	base.order.push(property);
	base.names.set(property, name);
}

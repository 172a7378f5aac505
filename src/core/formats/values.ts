/** A table of untrusted values, as YAML, TOML or JSON gives it. */
export type Table = Readonly<Record<string, unknown>>;

/** Gives a value as a table, or undefined where it is anything else. */
export function asTable(value: unknown): Table | undefined {
	return typeof value === "object" &&
		value !== null &&
		!Array.isArray(value) &&
		!(value instanceof Date)
		? (value as Table)
		: undefined;
}

/** Gives an own property of a table; a name that only the prototype has is absent. */
export function ownValue(table: Table, key: string): unknown {
	const value = table[key];
	// Most keys that are asked for are not there at all, which this tells at once.
	return value === undefined || Object.hasOwn(table, key) ? value : undefined;
}

/** Gives a scalar as trimmed text, or undefined where it is empty or no scalar. */
export function asText(value: unknown): string | undefined {
	if (typeof value === "string") return value.trim() || undefined;
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	if (value instanceof Date)
		return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
	return undefined;
}

/** Gives a list's scalars as text, a lone scalar as a list of one; everything else is left out. */
export function asTexts(value: unknown): string[] {
	const items: readonly unknown[] = Array.isArray(value) ? value : [value];
	return items.map(asText).filter((text) => text !== undefined);
}

/** Gives a list's tables; a lone table as a list of one. */
export function asTables(value: unknown): Table[] {
	const items: readonly unknown[] = Array.isArray(value) ? value : [value];
	return items.map(asTable).filter((table) => table !== undefined);
}

/** How a property is edited. */
export type PropertyKind = "text" | "number" | "checkbox" | "date" | "datetime" | "list";

/** A date without time, and one with it but without a zone: what the device's own fields for dates can hold. */
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?$/;

/** Obsidian's names for types of properties. */
const TYPES: ReadonlyMap<string, PropertyKind> = new Map([
	["text", "text"],
	["number", "number"],
	["checkbox", "checkbox"],
	["date", "date"],
	["datetime", "datetime"],
	["multitext", "list"],
	["aliases", "list"],
	["tags", "list"],
]);

/** Tells how a value is edited; null where it is empty, undefined where it cannot be edited in a cell, as an object. */
export function kindOfValue(value: unknown): PropertyKind | null | undefined {
	if (value === undefined || value === null) return null;
	if (typeof value === "number") return "number";
	if (typeof value === "boolean") return "checkbox";
	if (typeof value === "string") {
		return DATE.test(value) ? "date" : DATE_TIME.test(value) ? "datetime" : "text";
	}
	if (!Array.isArray(value)) return undefined;
	return value.every((item) => item === null || typeof item !== "object") ? "list" : undefined;
}

/** Gives what one of Obsidian's types means here; undefined for none and for those of other plugins. */
export function kindOfType(type: string | undefined): PropertyKind | undefined {
	return type === undefined ? undefined : TYPES.get(type);
}

/**
 * Chooses how a property is edited: by its value, and where that is empty by the type that the vault states, else by what other notes
 * have there, else as text. A text that looks like a date is one, unless the vault says text.
 */
export function chooseKind(
	value: unknown,
	stated: PropertyKind | undefined,
	usual: () => PropertyKind | undefined,
): PropertyKind | undefined {
	const kind = kindOfValue(value);
	if (kind === null) return stated ?? usual() ?? "text";
	return stated === "text" && typeof value === "string" ? "text" : kind;
}

import type { Value } from "../../model/value";
import type { NoteSurroundings } from "../surroundings";

function isList(value: Value): value is readonly Value[] {
	return Array.isArray(value);
}

/** Gives a value with the links in it made full paths; a value without links is given back itself. */
export function normaliseLinks(value: Value, source: string, around: NoteSurroundings): Value {
	if (typeof value !== "object" || value === null) return value;
	if (isList(value)) {
		const changed = value.map((item) => normaliseLinks(item, source, around));
		return changed.some((item, at) => item !== value[at]) ? changed : value;
	}
	if (value.kind === "link") return around.neighbours.normalise(value, source);
	if (value.kind !== "object") return value;
	const fields = new Map<string, Value>();
	for (const key of value.fields.keys()) {
		fields.set(key, normaliseLinks(value.fields.get(key) ?? null, source, around));
	}
	return { kind: "object", fields };
}

import type { Value } from "../../../core/model/value";
import { linkText } from "../../../core/query/values/format-value";
import { dateText } from "./date-text";
import { durationText } from "./duration-text";

/** How deep lists and objects are written out; deeper ones are cut. */
const DEPTH = 6;

/** A value as plain text, as filters search it and exports write it; "" for null. */
export function valueText(value: Value, depth: number = DEPTH): string {
	if (value === null) return "";
	if (typeof value === "string") return value;
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	if (isList(value))
		return depth === 0 ? "…" : value.map((item) => valueText(item, depth - 1)).join(", ");
	switch (value.kind) {
		case "date":
			return dateText(value);
		case "duration":
			return durationText(value);
		case "link":
			return linkText(value);
		case "web-link":
			return value.display ?? value.url;
		case "object":
			if (depth === 0) return "…";
			return [...value.fields.keys()]
				.map((name) => `${name}: ${valueText(value.fields.get(name) ?? null, depth - 1)}`)
				.join(", ");
		case "function":
			return "function";
	}
}

function isList(value: Value): value is readonly Value[] {
	return Array.isArray(value);
}

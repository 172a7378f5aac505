import { durationMs } from "../../index/literals/duration-units";
import type { Value } from "../../model/value";
import { isList } from "../value";

/** Tells whether a condition holds for a value: not null, false, zero or empty. A date is empty at 1970-01-01T00:00Z. */
export function isTrue(value: Value): boolean {
	if (value === null) return false;
	if (typeof value !== "object") return value !== false && value !== 0 && value !== "";
	if (isList(value)) return value.length > 0;
	switch (value.kind) {
		case "link":
			return value.path !== "";
		case "date":
			return value.ms !== 0;
		case "duration":
			return durationMs(value) !== 0;
		case "object":
			for (const _ of value.fields.keys()) return true;
			return false;
		case "web-link":
		case "function":
			return true;
	}
}

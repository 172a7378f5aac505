/** Longer values are cut in a sentence. */
const LONGEST = 60;

/** A property's value in a sentence; "" for an empty one. */
export function valueLine(value: unknown): string {
	const text = lineOf(value).replace(/\s+/g, " ");
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function lineOf(value: unknown): string {
	if (value === null || value === undefined) return "";
	if (Array.isArray(value)) return value.map(lineOf).join(", ");
	if (typeof value === "object") return JSON.stringify(value);
	if (typeof value === "string") return value;
	return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

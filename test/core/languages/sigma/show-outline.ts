import { parseYaml } from "../../../../src/core/formats/yaml";
import { asTable, ownValue } from "../../../../src/core/formats/values";
import type { OutlineNode } from "../../../../src/core/languages/sigma/outline-node";

/** Shows the values of an outline, the keys of a map sorted. */
export function showOutline({ entries, items, scalar }: OutlineNode): string {
	if (items !== null) return `[${items.map(showOutline).join(",")}]`;
	if (entries === null) return showTable(scalar);
	return showEntries([...entries].map(([key, { value }]) => [key, showOutline(value)]));
}

/** Shows a value that a YAML parser gave in the same way. */
export function showTable(value: unknown): string {
	if (typeof value !== "object" || value === null)
		return typeof value === "number" ? String(value) : JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map(showTable).join(",")}]`;
	return showEntries(Object.entries(value).map(([key, part]) => [key, showTable(part)]));
}

function showEntries(entries: readonly (readonly [string, string])[]): string {
	const shown = entries.map(([key, value]) => `${JSON.stringify(key)}:${value}`);
	return `{${shown.sort().join(",")}}`;
}

/** Shows the detection of a document as the YAML parser reads it; what is wrong with the text where it does not. */
export function decodeByParser(text: string): string {
	const parsed = parseYaml(text);
	if (!parsed.ok) return parsed.failure.message;
	return showTable(ownValue(asTable(parsed.value) ?? {}, "detection"));
}

import { asTable, asText, ownValue } from "../../formats/values";
import { findTechniqueIds, normaliseTechniqueId } from "../../text/technique-ids";
import type { MaskedText } from "../mask-secrets";
import { maskLikelySecrets } from "../mask-secrets";

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** Characters of a command or an output that are kept. */
const MOST_TEXT = 8000;

/** What stands where a value is not known: PowerShell's name of a type, a template's gap that nobody filled, a word for nothing. */
const NO_VALUE = /^(?:System\.[\w.]+(?:\[\])?|<[A-Z][A-Z _-]*>|n\/a|null)$/i;

/** Gives a field's or column's name as names are compared: small letters and digits, so that `time-start`, `time_start` and `Time Start` are one. */
export function foldField(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9]+/g, "");
}

/** Gives a table's values by `foldField` of their keys; of keys that are spelt alike the first counts. Empty for what is no table. */
export function readFields(value: unknown): ReadonlyMap<string, unknown> {
	const fields = new Map<string, unknown>();
	for (const [key, field] of Object.entries(asTable(value) ?? {})) {
		const name = foldField(key);
		if (!fields.has(name)) fields.set(name, field);
	}
	return fields;
}

/** Gives the technique that a value names, the first of several (`T1033`, `["T1033"]`, `T1033: Whoami`); null where it names none. */
export function readTechnique(value: unknown): string | null {
	const text = readLogText(value) ?? "";
	return normaliseTechniqueId(text) ?? findTechniqueIds(text)[0] ?? null;
}

/** Gives a GUID in lower case without braces, null where the text is none. */
export function readGuid(text: string | null | undefined): string | null {
	return GUID.exec(text?.trim() ?? "")?.[1]?.toLowerCase() ?? null;
}

/**
 * Gives a value as one line of text: a list joined by commas, what PowerShell wraps in an object (`{ "value": … }`) unwrapped; null where there is
 * none.
 */
export function readLogText(value: unknown): string | null {
	if (Array.isArray(value)) {
		const parts = value.map(readLogText).filter((part) => part !== null);
		return parts.length === 0 ? null : parts.join(", ");
	}
	const table = asTable(value);
	const inner =
		table === undefined ? value : (ownValue(table, "value") ?? ownValue(table, "Value"));
	const text = asText(inner)?.replace(/\s+/g, " ").trim();
	return text === undefined || text === "" || NO_VALUE.test(text) ? null : text;
}

/** Gives a whole number, null where there is none. */
export function readLogNumber(value: unknown): number | null {
	const text = readLogText(value);
	return text !== null && /^[+-]?\d{1,15}$/.test(text) ? Number(text) : null;
}

/** Gives a command or an output as it is kept: a list's lines one below the other, cut where it is long, without secrets. */
export function keepLogText(value: unknown): MaskedText {
	const text = writeLines(value);
	const isCut = text.length > MOST_TEXT;
	const { text: safe, masked } = maskLikelySecrets(isCut ? text.slice(0, MOST_TEXT) : text);
	return { text: isCut ? `${safe}\n…` : safe, masked };
}

function writeLines(value: unknown): string {
	if (typeof value === "string") return value;
	return Array.isArray(value) ? value.map(writeLines).join("\n") : (readLogText(value) ?? "");
}

import { asTable, asText, ownValue } from "../../formats/values";
import type { MaskedText } from "../mask-secrets";
import { maskLikelySecrets } from "../mask-secrets";

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** Characters of a command or an output that are kept. */
const MOST_TEXT = 8000;

/** Gives a GUID in lower case without braces, null where the text is none. */
export function readGuid(text: string | null | undefined): string | null {
	return GUID.exec(text?.trim() ?? "")?.[1]?.toLowerCase() ?? null;
}

/**
 * Gives a value as one line of text: a list joined by commas, what PowerShell wraps in an object (`{ "value": … }`) unwrapped; null where there is
 * none. PowerShell's names of types in place of values are none.
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
	if (text === undefined || text === "" || /^System\.[\w.]+(?:\[\])?$/.test(text)) return null;
	return text;
}

/** Gives a whole number, null where there is none. */
export function readLogNumber(value: unknown): number | null {
	const text = readLogText(value);
	return text !== null && /^[+-]?\d{1,15}$/.test(text) ? Number(text) : null;
}

/** Gives a command or an output as it is kept: cut where it is long, without secrets. */
export function keepLogText(value: unknown): MaskedText {
	const text = typeof value === "string" ? value : (readLogText(value) ?? "");
	const isCut = text.length > MOST_TEXT;
	const { text: safe, masked } = maskLikelySecrets(isCut ? text.slice(0, MOST_TEXT) : text);
	return { text: isCut ? `${safe}\n…` : safe, masked };
}

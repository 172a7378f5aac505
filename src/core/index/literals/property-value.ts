import type { Value } from "../../model/value";
import { readWholeDate, type DateReading } from "./date-literal";
import { readWholeDuration } from "./duration-literal";
import { readLink } from "./link-literal";

/** Gives a front matter value as queries see it: texts that are a date, a duration or a link as a whole become one, at any depth. */
export function propertyValue(raw: unknown, reading: DateReading): Value {
	return convert(raw, (text) => textValue(text, reading));
}

/** Gives a front matter value as it stands, texts left alone (`file.frontmatter`). */
export function rawPropertyValue(raw: unknown): Value {
	return convert(raw, (text) => text);
}

function convert(raw: unknown, textual: (text: string) => Value): Value {
	if (typeof raw === "string") return textual(raw);
	if (typeof raw === "number" || typeof raw === "boolean") return raw;
	if (Array.isArray(raw)) return raw.map((item: unknown) => convert(item, textual));
	if (typeof raw !== "object" || raw === null) return null;
	const fields = new Map<string, Value>();
	for (const [key, value] of Object.entries(raw)) fields.set(key, convert(value, textual));
	return { kind: "object", fields };
}

/** Tells whether a text is neither date nor duration nor link, by its first character. */
export function isPlainText(text: string): boolean {
	const first = text.charCodeAt(0);
	const isNumeric = (first >= 0x30 && first <= 0x39) || first === 0x2d;
	return !isNumeric && first !== 0x5b && first !== 0x21;
}

function textValue(text: string, reading: DateReading): Value {
	if (isPlainText(text)) return text;
	const first = text.charAt(0);
	if (first !== "[" && first !== "!") {
		return readWholeDate(text, reading) ?? readWholeDuration(text) ?? text;
	}
	const link = readLink(text, 0, true);
	return link?.end === text.length ? link.value : text;
}

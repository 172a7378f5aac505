import type { NoteProperty, PropertyValue } from "../../model/note";
import { quoteScalar, writeTextScalar } from "./write-scalar";

/** Properties that hold a date in every note, so that Obsidian shows them as one. */
const DATE_KEYS: ReadonlySet<string> = new Set(["created", "last_modified"]);

const PLAIN_KEY = /^[A-Za-z_][\w-]*$/;

const NEWLINE = 10;

/**
 * Writes properties as the lines between a note's `---` lines, in their order, each line ended by `\n`; "" for none.
 *
 * Lists are written in flow style (`[a, b]`), dates of the date properties and numbers plain, null as an empty value. Text is quoted
 * only where some YAML reader would take it for something else.
 */
export function writeProperties(properties: readonly NoteProperty[]): string {
	return properties.map((property) => writeProperty(property)).join("");
}

/** Writes one property as a line ended by `\n`. */
export function writeProperty({ key, value }: NoteProperty): string {
	const name = PLAIN_KEY.test(key) && !isTypedKey(key) ? key : quoteScalar(key);
	const written = writeValue(key, value);
	return written === "" ? `${name}:\n` : `${name}: ${written}\n`;
}

/** Writes a whole note: the properties between `---` lines, an empty line, the body. */
export function writeNote(properties: readonly NoteProperty[], body: string): string {
	const head = `---\n${writeProperties(properties)}---\n\n`;
	const note = head + body;
	// Looking at the whole lays it out in memory once, not the body and then the note.
	return note.charCodeAt(head.length) === NEWLINE ? head + body.replace(/^\n+/, "") : note;
}

function isTypedKey(key: string): boolean {
	return writeTextScalar(key, false) !== key;
}

function writeValue(key: string, value: PropertyValue): string {
	if (value === null) return "";
	if (typeof value === "string") {
		return DATE_KEYS.has(key) && /^\d{4}-\d{2}-\d{2}$/.test(value)
			? value
			: writeTextScalar(value, false);
	}
	if (typeof value === "number") return writeNumber(value);
	if (typeof value === "boolean") return String(value);
	return `[${value.map((item) => writeTextScalar(item, true)).join(", ")}]`;
}

/** Writes a number as a YAML scalar that is read as that number. */
export function writeNumber(value: number): string {
	if (Number.isNaN(value)) return ".nan";
	if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
	const digits = Object.is(value, -0) ? "-0" : String(value);
	// Our reader takes a plain integer past 2^53 for text, since it cannot keep its digits.
	const isPlainInteger = Number.isSafeInteger(value) && !Object.is(value, -0);
	return isPlainInteger || /[.e]/.test(digits) ? digits : `${digits}.0`;
}

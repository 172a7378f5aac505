import { isEditedItem } from "../../core/notes/front-matter/edited-value";
import type { EditedItem, EditedValue } from "../../core/notes/front-matter/edited-value";
import type { PropertyKind } from "./property-kind";

/** What a person has typed is no value of that kind. */
export type DraftFault = "number" | "date" | "datetime";

/** A value, or what is wrong with the text. */
export type DraftReading =
	| { readonly ok: true; readonly value: EditedValue }
	| { readonly ok: false; readonly fault: DraftFault };

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;

/** The text that a field shows for a property that is no list; "" for an empty one. */
export function draftOf(value: unknown, kind: PropertyKind): string {
	if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
		return "";
	const text = String(value);
	return kind === "datetime" ? text.replace(" ", "T") : text;
}

/** The items of a list property, as a field shows them. */
export function itemsOf(value: unknown): readonly EditedItem[] {
	if (value === undefined || value === null) return [];
	return (Array.isArray(value) ? value : [value]).filter(isEditedItem);
}

/** Reads what a person typed for a property that is no list; `before` is its value until now. Nothing typed is an empty value. */
export function readDraft(text: string, kind: PropertyKind, before: unknown): DraftReading {
	const trimmed = text.trim();
	if (trimmed === "") return { ok: true, value: { kind: "empty" } };
	switch (kind) {
		case "number":
			if (!NUMBER.test(trimmed)) return { ok: false, fault: "number" };
			return { ok: true, value: { kind: "number", number: Number(trimmed) } };
		case "date":
			if (!isDay(trimmed)) return { ok: false, fault: "date" };
			return { ok: true, value: { kind: "moment", text: trimmed } };
		case "datetime": {
			const day = DATE_TIME.exec(trimmed)?.[1];
			if (day === undefined || !isDay(day)) return { ok: false, fault: "datetime" };
			const gap = typeof before === "string" && before.includes(" ") ? " " : "T";
			return { ok: true, value: { kind: "moment", text: trimmed.replace(/[T ]/, gap) } };
		}
		case "checkbox":
			return { ok: true, value: { kind: "checkbox", checked: trimmed === "true" } };
		case "list":
		case "text":
			return { ok: true, value: { kind: "text", text } };
	}
}

/** Reads an item that a person adds to a list: a number where all others are numbers, else text. */
export function readItem(text: string, others: readonly EditedItem[]): EditedItem {
	const areNumbers = others.length > 0 && others.every((item) => typeof item === "number");
	return areNumbers && NUMBER.test(text) ? Number(text) : text;
}

/** Splits what is typed into a list at its commas; those in a link stay. What stands behind the last comma is still being typed. */
export function splitTyped(text: string): {
	readonly items: readonly string[];
	readonly rest: string;
} {
	const parts: string[] = [];
	let depth = 0;
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		const sign = text.charAt(at);
		if (sign === "[") depth++;
		else if (sign === "]") depth = Math.max(0, depth - 1);
		else if (sign === "," && depth === 0) {
			parts.push(text.slice(start, at));
			start = at + 1;
		}
	}
	const rest = text.slice(start);
	const items = parts.map((part) => part.trim()).filter((part) => part !== "");
	return { items, rest: parts.length === 0 ? rest : rest.trimStart() };
}

function isDay(text: string): boolean {
	const [, year, month, day] = DATE.exec(text) ?? [];
	if (year === undefined || month === undefined || day === undefined) return false;
	const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
	return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
}

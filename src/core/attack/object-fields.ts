import { normaliseDate } from "../formats/dates";
import { asTable, asText, type Table } from "../formats/values";

/** Typed access to one untrusted object; what has the wrong type counts as absent and is reported once. */
export interface ObjectFields {
	/** A scalar as trimmed text, undefined where absent or empty. */
	text(key: string): string | undefined;
	/** A list's scalars as trimmed texts without doubles, a lone scalar as a list of one. */
	texts(key: string): string[];
	/** A list's tables. */
	tables(key: string): Table[];
	/** An ISO date, null where absent. */
	date(key: string): string | null;
}

/** Opens an object for reading; `report` gets a few words about each field that has the wrong type. */
export function openFields(raw: Table, report: (message: string) => void): ObjectFields {
	return {
		text(key) {
			const value = raw[key];
			if (typeof value === "object" && value !== null) report(`"${key}" is no text`);
			return asText(value);
		},
		texts(key) {
			const items = itemsOf(raw[key]);
			const texts = new Set<string>();
			for (const item of items) {
				if (typeof item === "object" && item !== null)
					report(`"${key}" holds something that is no text`);
				const text = asText(item);
				if (text !== undefined) texts.add(text);
			}
			return [...texts];
		},
		tables(key) {
			const items = itemsOf(raw[key]);
			const tables = items.map(asTable).filter((table) => table !== undefined);
			if (tables.length < items.length) report(`"${key}" holds something that is no object`);
			return tables;
		},
		date: (key) => normaliseDate(raw[key]),
	};
}

function itemsOf(value: unknown): readonly unknown[] {
	if (value === undefined || value === null) return [];
	return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

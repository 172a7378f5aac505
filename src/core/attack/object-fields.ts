import { normaliseDate } from "../formats/dates";
import { asTable, asText, type Table } from "../formats/values";

/** Typed access to one untrusted object; what has the wrong type counts as absent and is reported once. */
export interface ObjectFields {
	/** A scalar as trimmed text, undefined where absent or empty. */
	text(key: string): string | undefined;
	/** A list's scalars as trimmed texts without doubles, a lone scalar as a list of one. */
	texts(key: string): string[];
	/** A list's tables. */
	tables(key: string): readonly Table[];
	/** An ISO date, null where absent. */
	date(key: string): string | null;
}

/** Opens an object for reading; `context` is told in a few words about each field that has the wrong type. */
export function openFields(raw: Table, context: FaultListener): ObjectFields {
	return new RawFields(raw, context);
}

/** Who is told what is wrong with an object. */
interface FaultListener {
	report(message: string): void;
}

class RawFields implements ObjectFields {
	private readonly raw: Table;
	private readonly context: FaultListener;

	constructor(raw: Table, context: FaultListener) {
		this.raw = raw;
		this.context = context;
	}

	text(key: string): string | undefined {
		const value = this.raw[key];
		if (typeof value === "object" && value !== null) this.context.report(`"${key}" is no text`);
		return asText(value);
	}

	texts(key: string): string[] {
		const texts = new Set<string>();
		for (const item of itemsOf(this.raw[key])) {
			if (typeof item === "object" && item !== null)
				this.context.report(`"${key}" holds something that is no text`);
			const text = asText(item);
			if (text !== undefined) texts.add(text);
		}
		return [...texts];
	}

	tables(key: string): readonly Table[] {
		const items = itemsOf(this.raw[key]);
		if (items.every(isTable)) return items;
		this.context.report(`"${key}" holds something that is no object`);
		return items.filter(isTable);
	}

	date(key: string): string | null {
		return normaliseDate(this.raw[key]);
	}
}

function isTable(value: unknown): value is Table {
	return asTable(value) !== undefined;
}

const NONE: readonly unknown[] = [];

function itemsOf(value: unknown): readonly unknown[] {
	if (value === undefined || value === null) return NONE;
	return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

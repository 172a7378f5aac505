import type { FieldMap, ObjectValue, Value } from "../../model/value";
import { parseInlineValue } from "../literals/inline-value";
import { isPlainText, propertyValue } from "../literals/property-value";
import type { NoteRecord } from "../note-record";
import type { NoteSurroundings } from "../surroundings";
import { FileFields } from "./file-fields";
import { normaliseLinks } from "./normalise-links";
import { addToGroup } from "../../text/add-to-group";

/**
 * A note's fields: `file`, each field under its own key, and under its canonical name where no other key is exactly that.
 *
 * Several values of one key are a list. Front matter comes first, then the fields of list items, then those of other lines.
 */
export class NoteFields implements FieldMap {
	readonly #record: NoteRecord;
	readonly #around: NoteSurroundings;
	#file: ObjectValue | undefined;
	#known: Map<string, Value | undefined> | undefined;
	#odd: ReadonlyMap<string, readonly string[]> | undefined;

	constructor(record: NoteRecord, around: NoteSurroundings) {
		this.#record = record;
		this.#around = around;
	}

	get(name: string): Value | undefined {
		if (name === "file") {
			this.#file ??= { kind: "object", fields: new FileFields(this.#record, this.#around) };
			return this.#file;
		}
		const { properties, fields } = this.#record;
		if (fields.length === 0 && hasProperty(properties, name)) {
			// Most fields are text that means nothing but itself: nothing to work out, nothing to keep.
			const raw = properties[name];
			if (typeof raw === "number" || (typeof raw === "string" && isPlainText(raw))) return raw;
		}
		this.#known ??= new Map();
		const value = this.#known.get(name);
		if (value !== undefined || this.#known.has(name)) return value;
		const made = this.#compute(name);
		this.#known.set(name, made);
		return made;
	}

	keys(): Iterable<string> {
		const keys = new Set(["file", ...rawKeys(this.#record)]);
		for (const key of this.#oddKeys().keys()) keys.add(key);
		return keys;
	}

	#compute(name: string): Value | undefined {
		let values = this.#valuesOf(name);
		if (values.length === 0) {
			const keys = this.#oddKeys().get(name);
			if (keys === undefined) return undefined;
			values = keys.flatMap((key) => this.#valuesOf(key));
		}
		const [first, second] = values;
		const value = second === undefined ? first : values;
		return value === undefined ? undefined : normaliseLinks(value, this.#record.path, this.#around);
	}

	#valuesOf(key: string): Value[] {
		const { properties, fields } = this.#record;
		const values: Value[] = [];
		if (hasProperty(properties, key)) values.push(propertyValue(properties[key], this.#around));
		for (const [name, text] of fields) {
			if (name === key) values.push(parseInlineValue(text, this.#around));
		}
		return values;
	}

	/** Canonical names that no key has exactly, with the keys that mean them. */
	#oddKeys(): ReadonlyMap<string, readonly string[]> {
		if (this.#odd !== undefined) return this.#odd;
		let odd: Map<string, string[]> | undefined;
		const keys = rawKeys(this.#record);
		for (const key of keys) {
			const name = this.#around.neighbours.canonical(key);
			if (name === key || name === "" || keys.has(name)) continue;
			odd ??= new Map();
			addToGroup(odd, name, key);
		}
		this.#odd = odd ?? NONE;
		return this.#odd;
	}
}

const NONE: ReadonlyMap<string, readonly string[]> = new Map();

function hasProperty(properties: NoteRecord["properties"], key: string): boolean {
	return key !== "position" && Object.hasOwn(properties, key);
}

/** The keys as written, each once. */
function rawKeys(record: NoteRecord): Set<string> {
	const keys = new Set(Object.keys(record.properties));
	keys.delete("position");
	keys.delete("file");
	for (const [key] of record.fields) if (key !== "file") keys.add(key);
	return keys;
}

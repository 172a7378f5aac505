import type { IndexedNote } from "../../index/indexed-note";
import type { DateReading } from "../../index/literals/date-literal";
import type { FieldMap, ObjectValue, Value } from "../../model/value";
import { isList, isObject } from "../value";

/** One row on its way through a query. */
export interface Row {
	/** What expressions see. */
	readonly data: ObjectValue;
	/** Path of the note it came from, null where it came from several. */
	readonly note: string | null;
	/** The value that the row is grouped by; absent where it is about its note. */
	readonly key?: Value;
}

/** Gives the first column of a row: a link to its note, or the value it is grouped by. */
export function idOf(row: Row): Value {
	if (row.note === null) return row.key ?? null;
	return { kind: "link", path: row.note, type: "file", embed: false };
}

/** Gives the row of a note. */
export function rowOfNote(note: IndexedNote, reading: DateReading): Row {
	return { data: note.page(reading), note: note.path };
}

/** Gives a row for each task of a note: its own fields, then those of its note. */
export function rowsOfTasks(note: IndexedNote, reading: DateReading): Row[] {
	if (note.record.lists === "") return [];
	const page = note.page(reading);
	const file = page.fields.get("file") ?? null;
	const tasks = isObject(file) ? (file.fields.get("tasks") ?? null) : null;
	if (!isList(tasks)) return [];
	return tasks.filter(isObject).map((task) => {
		const fields = new TaskFields(task.fields, page.fields);
		const data = { kind: "object", fields, item: true, own: task.fields } as const;
		return { data, note: note.path };
	});
}

/** Gives a row with one more field, which hides another of that name; where that is a task's own, the task shows it. */
export function rowWith({ data, note, key }: Row, name: string, value: Value): Row {
	const fields = new AddedField(data.fields, name, value);
	const { own } = data;
	const shown = own?.get(name) === undefined ? own : new AddedField(own, name, value);
	const changed: ObjectValue =
		data.item !== true
			? { kind: "object", fields }
			: { ...data, fields, ...(shown === undefined ? {} : { own: shown }) };
	return key === undefined ? { data: changed, note } : { data: changed, note, key };
}

/** Fields with one more. */
class AddedField implements FieldMap {
	readonly #below: FieldMap;
	readonly #name: string;
	readonly #value: Value;

	constructor(below: FieldMap, name: string, value: Value) {
		this.#below = below;
		this.#name = name;
		this.#value = value;
	}

	get(name: string): Value | undefined {
		return name === this.#name ? this.#value : this.#below.get(name);
	}

	keys(): Iterable<string> {
		return new Set([...this.#below.keys(), this.#name]);
	}
}

/** A task's own fields, which hide those of its note. */
class TaskFields implements FieldMap {
	readonly #own: FieldMap;
	readonly #page: FieldMap;

	constructor(own: FieldMap, page: FieldMap) {
		this.#own = own;
		this.#page = page;
	}

	get(name: string): Value | undefined {
		const value = this.#own.get(name);
		return value === undefined ? this.#page.get(name) : value;
	}

	keys(): Iterable<string> {
		return new Set([...this.#own.keys(), ...this.#page.keys()]);
	}
}

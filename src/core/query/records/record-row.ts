import type { FieldMap, ObjectValue, Value } from "../../model/value";
import type { Row } from "../run/row";
import type { RecordHome } from "./record-home";

/** Gives one field of a record; `home` is the note that it stands in. */
export type FieldReader<T> = (record: T, home: RecordHome) => Value;

/** The fields of one sort of records, by name. */
export type FieldReaders<T> = ReadonlyMap<string, FieldReader<T>>;

/**
 * A record as a row. Its own fields hide those of its note; each is read from the record when it is asked for.
 *
 * The row is its object and its fields at once: a vault has a hundred thousand records, and one thing for each is enough.
 */
export class RecordRow<T> implements Row, ObjectValue, FieldMap {
	readonly kind = "object";
	private readonly record: T;
	private readonly home: RecordHome;
	private readonly readers: FieldReaders<T>;

	constructor(record: T, home: RecordHome, readers: FieldReaders<T>) {
		this.record = record;
		this.home = home;
		this.readers = readers;
	}

	get data(): ObjectValue {
		return this;
	}

	get fields(): FieldMap {
		return this;
	}

	get note(): string {
		return this.home.link.path;
	}

	get(name: string): Value | undefined {
		const read = this.readers.get(name);
		return read === undefined ? this.home.page.get(name) : read(this.record, this.home);
	}

	keys(): Iterable<string> {
		return new Set([...this.readers.keys(), ...this.home.page.keys()]);
	}
}

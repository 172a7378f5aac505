import type { ObjectValue } from "../model/value";
import { NoteFields } from "./fields/note-fields";
import type { DateReading } from "./literals/date-literal";
import type { NoteRecord } from "./note-record";
import type { Neighbourhood } from "./surroundings";

/** A note of an index. What it answers is worked out on demand, and kept while the notes around it stay where they are. */
export class IndexedNote {
	readonly record: NoteRecord;
	readonly #neighbours: Neighbourhood;
	#generation = -1;
	#zone = "";
	#page: ObjectValue | undefined;

	constructor(record: NoteRecord, neighbours: Neighbourhood) {
		this.record = record;
		this.#neighbours = neighbours;
	}

	/** Its path in the vault. */
	get path(): string {
		return this.record.path;
	}

	/** All its fields, front matter and inline, and `file`. */
	page(reading: DateReading): ObjectValue {
		const { generation } = this.#neighbours;
		const isKept = this.#generation === generation && this.#zone === reading.zone;
		if (isKept && this.#page !== undefined) return this.#page;
		this.#generation = generation;
		this.#zone = reading.zone;
		const { zones, zone } = reading;
		const fields = new NoteFields(this.record, { zones, zone, neighbours: this.#neighbours });
		this.#page = { kind: "object", fields, note: this.record.path };
		return this.#page;
	}
}

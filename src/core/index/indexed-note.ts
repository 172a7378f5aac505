import type { ObjectValue } from "../model/value";
import { NoteFields } from "./fields/note-fields";
import type { DateReading } from "./literals/date-literal";
import type { NoteRecord } from "./note-record";
import type { Neighbourhood } from "./surroundings";

/** A note of an index. What it answers is worked out on demand, and kept while the notes around it stay where they are. */
export class IndexedNote {
	readonly record: NoteRecord;
	private readonly neighbours: Neighbourhood;
	/** What was worked out last, and under what. */
	private kept: KeptPage | undefined = undefined;

	constructor(record: NoteRecord, neighbours: Neighbourhood) {
		this.record = record;
		this.neighbours = neighbours;
	}

	/** Its path in the vault. */
	get path(): string {
		return this.record.path;
	}

	/** All its fields, front matter and inline, and `file`. */
	page(reading: DateReading): ObjectValue {
		const { generation } = this.neighbours;
		const { zones, zone } = reading;
		if (this.kept?.generation === generation && this.kept.zone === zone) return this.kept.page;
		const fields = new NoteFields(this.record, { zones, zone, neighbours: this.neighbours });
		const page: ObjectValue = { kind: "object", fields };
		this.kept = { generation, zone, page };
		return page;
	}
}

interface KeptPage {
	readonly generation: number;
	readonly zone: string;
	readonly page: ObjectValue;
}

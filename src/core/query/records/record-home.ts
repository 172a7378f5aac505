import type { IndexedNote } from "../../index/indexed-note";
import type { DateReading } from "../../index/literals/date-literal";
import { indicatorKey, indicatorOf } from "../../library/indicator-index";
import type { RuleEntry, RunbookEntry } from "../../library/library-entry";
import type { FactPredicate } from "../../library/rule-facts";
import type { FieldMap, LinkValue, Value } from "../../model/value";
import type { RecordLookup } from "./record-lookup";

/** The note that records stand in, as they see it; what several of them ask for is worked out once. */
export class RecordHome {
	readonly entry: RuleEntry | RunbookEntry;
	/** The note's own fields. */
	readonly page: FieldMap;
	readonly link: LinkValue;
	private readonly library: RecordLookup;
	private readonly linkOf: TechniqueLinks;
	private known: readonly Value[] | undefined = undefined;
	private reaches: ReadonlyMap<string, number> | undefined = undefined;

	constructor(
		note: IndexedNote,
		entry: RuleEntry | RunbookEntry,
		reading: DateReading,
		library: RecordLookup,
		linkOf: TechniqueLinks,
	) {
		this.entry = entry;
		this.page = note.page(reading).fields;
		this.link = { kind: "link", path: note.path, type: "file", embed: false };
		this.library = library;
		this.linkOf = linkOf;
	}

	/** Links to the notes of its techniques; the id where a technique has none. */
	get techniques(): readonly Value[] {
		return (this.known ??= this.entry.techniques.map((id) => this.linkOf(id)));
	}

	/** Number of rules of the vault that look for what a predicate does; null where it looks for nothing. */
	reachOf(predicate: FactPredicate): number | null {
		const { entry } = this;
		const indicator = indicatorOf(predicate);
		if (indicator === undefined || entry.kind !== "rule") return null;
		this.reaches ??= new Map(
			this.library.indicatorsOf(entry).map((known) => [indicatorKey(known), known.reach]),
		);
		return this.reaches.get(indicatorKey(indicator)) ?? null;
	}
}

/** Gives what stands for a technique in a cell. */
export type TechniqueLinks = (id: string) => Value;

/** Remembers the links of one run. */
export function createTechniqueLinks(library: RecordLookup): TechniqueLinks {
	const known = new Map<string, Value>();
	return (id) => {
		const before = known.get(id);
		if (before !== undefined) return before;
		const path = library.technique(id)?.path;
		const value: Value =
			path === undefined ? id : { kind: "link", path, type: "file", embed: false };
		known.set(id, value);
		return value;
	};
}

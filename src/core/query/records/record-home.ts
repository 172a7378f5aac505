import type { TechniqueResolver } from "../../attack/technique-resolver";
import type { IndexedNote } from "../../index/indexed-note";
import type { DateReading } from "../../index/literals/date-literal";
import { indicatorKey, indicatorOf } from "../../library/indicator-index";
import type { ExecutionEntry, RuleEntry, RunbookEntry } from "../../library/library-entry";
import type { FactPredicate } from "../../library/rule-facts";
import type { FieldMap, LinkValue, Value } from "../../model/value";
import type { RecordLookup } from "./record-lookup";

/** What a note that holds records is. */
export type RecordEntry = RuleEntry | RunbookEntry | ExecutionEntry;

/** The note that records stand in, as they see it; what several of them ask for is worked out once. */
export class RecordHome {
	readonly entry: RecordEntry;
	/** The note's own fields. */
	readonly page: FieldMap;
	readonly link: LinkValue;
	/** The time (ISO 8601 in UTC) before which a test run is stale. */
	readonly staleBefore: string;
	private readonly library: RecordLookup;
	private readonly linkOf: TechniqueLinks;
	private known: readonly Value[] | undefined = undefined;
	private reaches: ReadonlyMap<string, number> | undefined = undefined;

	constructor(
		note: IndexedNote,
		entry: RecordEntry,
		reading: DateReading & { readonly staleBefore: string },
		library: RecordLookup,
		linkOf: TechniqueLinks,
	) {
		this.entry = entry;
		this.page = note.page(reading).fields;
		this.link = { kind: "link", path: note.path, type: "file", embed: false };
		this.staleBefore = reading.staleBefore;
		this.library = library;
		this.linkOf = linkOf;
	}

	/** Links to the notes of its techniques, each once; the id where a technique has none. */
	get techniques(): readonly Value[] {
		return (this.known ??= [...new Set(this.entry.techniques.map((id) => this.linkOf(id)))]);
	}

	/** Links to the note of a kind that a verdict's cell, or a runbook's property, leads to; null where there is none. */
	linkTo(target: string): LinkValue | null {
		const path = this.library.resolve(target, this.link.path);
		return path === undefined ? null : { kind: "link", path, type: "file", embed: false };
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

/** Gives what stands for a technique in a cell: the same value whenever it is the same technique. */
export type TechniqueLinks = (id: string) => Value;

/** Remembers the links of one run. A revoked id leads to its successor, as in panels. */
export function createTechniqueLinks(
	library: RecordLookup,
	techniques: TechniqueResolver | undefined,
): TechniqueLinks {
	const known = new Map<string, Value>();
	return (id) => {
		const today = techniques?.resolve(id).id ?? id;
		const before = known.get(today);
		if (before !== undefined) return before;
		const path = (library.technique(today) ?? library.technique(id))?.path;
		const value: Value =
			path === undefined ? today : { kind: "link", path, type: "file", embed: false };
		known.set(today, value);
		return value;
	};
}

import type { TechniqueResolver } from "../../attack/technique-resolver";
import type { IndexedNote } from "../../index/indexed-note";
import type { DateReading } from "../../index/literals/date-literal";
import type { RuleEntry } from "../../library/library-entry";
import type { NoteKind } from "../../index/note-kind";
import type { RecordKind } from "../parse/ast";
import type { Row } from "../run/row";
import { EVENT_FIELDS } from "./event-fields";
import { EXCLUSION_FIELDS } from "./exclusion-fields";
import { PREDICATE_FIELDS } from "./predicate-fields";
import type { FieldReaders } from "./record-row";
import { RecordRow } from "./record-row";
import type { RecordEntry } from "./record-home";
import { createTechniqueLinks, RecordHome } from "./record-home";
import type { RecordLookup } from "./record-lookup";
import { TEST_FIELDS } from "./test-fields";
import { judgeRows, VERDICT_FIELDS } from "./verdict-fields";

/** The kind of note that holds each kind of record. */
export const HOMES: Readonly<Record<RecordKind, NoteKind>> = {
	predicates: "rule",
	events: "rule",
	exclusions: "rule",
	tests: "runbook",
	verdicts: "execution",
};

/** Gives a row for each record of the notes, note after note, in the order in which each note has them; made one by one as they are taken. */
export function* listRecords(
	kind: RecordKind,
	notes: Iterable<IndexedNote>,
	library: RecordLookup,
	reading: DateReading & { readonly staleBefore: string },
	techniques: TechniqueResolver | undefined,
): Generator<Row> {
	const links = createTechniqueLinks(library, techniques);
	for (const note of notes) {
		const entry = library.entry(note.path);
		if (entry === undefined || entry.kind === "technique") continue;
		yield* ROWS_OF[kind](entry, new RecordHome(note, entry, reading, library, links));
	}
}

type ListRows = (entry: RecordEntry, home: RecordHome) => Iterable<Row>;

const ROWS_OF: Readonly<Record<RecordKind, ListRows>> = {
	predicates: ofRules((rule) => rule.facts.predicates, PREDICATE_FIELDS),
	events: ofRules((rule) => rule.facts.events, EVENT_FIELDS),
	exclusions: ofRules((rule) => rule.facts.exclusions, EXCLUSION_FIELDS),
	tests: (entry, home) =>
		entry.kind === "runbook" ? eachRow(entry.testFacts ?? [], home, TEST_FIELDS) : [],
	verdicts: (entry, home) =>
		entry.kind === "execution"
			? eachRow(judgeRows(entry.verdicts, home), home, VERDICT_FIELDS)
			: [],
};

function ofRules<T>(
	recordsOf: (rule: RuleEntry) => readonly T[],
	readers: FieldReaders<T>,
): ListRows {
	return (entry, home) => (entry.kind === "rule" ? eachRow(recordsOf(entry), home, readers) : []);
}

function eachRow<T>(
	records: readonly T[],
	home: RecordHome,
	readers: FieldReaders<T>,
): readonly Row[] {
	return records.map((record) => new RecordRow(record, home, readers));
}

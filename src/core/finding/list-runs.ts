import { asText } from "../formats/values";
import { kindOfNote } from "../index/note-kind";
import type { NoteLookup } from "../index/note-index";
import type { NoteRecord } from "../index/note-record";
import { noteName } from "../index/paths";
import { compareCodeUnits } from "../text/compare";

/** One recorded run of a test, as its execution note states it. */
export interface RunRow {
	readonly path: string;
	/** The test's name, else the note's. */
	readonly title: string;
	/** As written, ISO 8601 where an import wrote it; null where it is not stated. */
	readonly started: string | null;
	readonly outcome: string | null;
	readonly host: string | null;
}

/** Lists the execution notes that link to a runbook, the latest first; those without a time come last, by path. */
export function listRuns(
	notes: Pick<NoteLookup, "linksTo" | "note">,
	runbook: string,
): readonly RunRow[] {
	return notes
		.linksTo(runbook)
		.flatMap((path) => notes.note(path)?.record ?? [])
		.filter((record) => kindOfNote(record) === "execution")
		.map(readRun)
		.sort(
			(a, b) =>
				compareCodeUnits(b.started ?? "", a.started ?? "") || compareCodeUnits(a.path, b.path),
		);
}

function readRun(record: NoteRecord): RunRow {
	const { path } = record;
	return {
		path,
		title: textOf(record, "test_name") ?? noteName(path),
		started: textOf(record, "started"),
		outcome: textOf(record, "outcome"),
		host: textOf(record, "host"),
	};
}

function textOf({ properties }: NoteRecord, key: string): string | null {
	const text = Object.hasOwn(properties, key) ? asText(properties[key])?.trim() : undefined;
	return text === undefined || text === "" ? null : text;
}

import { asTable } from "../../formats/values";
import { WRITTEN_KINDS } from "../../model/note";
import type { NoteKind } from "../../model/note";
import { openBases } from "../../notes/bases/open-bases";
import type { Bases } from "../../notes/bases/open-bases";
import type { BaseEntry } from "../../notes/bases/pack-bases";
import { packBases } from "../../notes/bases/pack-bases";
import type { Codec } from "../../ports/codec";
import { entryOf } from "../import-bases";
import type { Journal, JournalBase, JournalData, JournalNote, JournalRows } from "./journal";
import { ROWS_KEY, baseTextKey, dataTextKey, noteTextKey } from "./journal";

const FORMERS = ["none", "own", "note"] as const;

/**
 * Packs a journal into one file: its rows and the texts that were replaced, in the form of merge bases.
 *
 * `texts` holds them by `noteTextKey`, `baseTextKey` and `dataTextKey`.
 */
export function packJournal(
	{ at, notes, bases, data }: JournalRows,
	texts: ReadonlyMap<string, BaseEntry>,
	codec: Codec,
): Promise<Uint8Array> {
	const rows = {
		at,
		notes: notes.map(({ kind, id, path, hash, isNew }) => [kind, id, path, hash, isNew ? 1 : 0]),
		bases: bases.map(({ source, id, former, path }) => [
			source,
			id,
			FORMERS.indexOf(former),
			former === "none" ? "" : path,
		]),
		data: data.map(({ path, hash, isNew }) => [path, hash, isNew ? 1 : 0]),
	};
	return packBases(
		new Map([...texts, [ROWS_KEY, { path: "", text: JSON.stringify(rows) }]]),
		codec,
	);
}

/** Opens a journal; undefined where it cannot be read, which makes its import one that cannot be undone. */
export async function openJournal(bytes: Uint8Array, codec: Codec): Promise<Journal | undefined> {
	const texts = await openBases(bytes, codec);
	const rows = readRows(await texts?.textOf(ROWS_KEY));
	return texts === undefined || rows === undefined
		? undefined
		: { ...rows, ...createReader(texts) };
}

function createReader(texts: Bases): Pick<Journal, "noteText" | "baseEntry" | "dataText"> {
	return {
		noteText: ({ kind, id }) => texts.textOf(noteTextKey(kind, id)),
		async baseEntry({ source, id, former, path }) {
			if (former === "none") return undefined;
			if (former === "own") return entryOf(texts, baseTextKey(source, id));
			const key = noteTextKey(kindOfSource(source), id);
			const text = await texts.textOf(key);
			return text === undefined ? undefined : { path, text, place: texts.placeOf(key) };
		},
		dataText: ({ path }) => texts.textOf(dataTextKey(path)),
	};
}

/** The kind of the notes that are written from one kind of source. */
export function kindOfSource(source: string): NoteKind {
	return source === "technique" || source === "runbook" ? source : "rule";
}

function readRows(text: string | undefined): JournalRows | undefined {
	if (text === undefined) return undefined;
	try {
		const table = asTable(JSON.parse(text));
		const { at, notes, bases, data } = table ?? {};
		if (typeof at !== "string") return undefined;
		return {
			at,
			notes: readEach(notes, readNote),
			bases: readEach(bases, readBase),
			data: readEach(data, readData),
		};
	} catch {
		return undefined;
	}
}

/** Throws where one row is of another shape: half a journal must not pass for a whole one. */
function readEach<Row>(rows: unknown, read: (row: readonly unknown[]) => Row | undefined): Row[] {
	if (!Array.isArray(rows)) throw new TypeError("rows are missing");
	return rows.map((row: unknown) => {
		const found = Array.isArray(row) ? read(row) : undefined;
		if (found === undefined) throw new TypeError("a row is damaged");
		return found;
	});
}

function readNote([name, id, path, hash, flag]: readonly unknown[]): JournalNote | undefined {
	const kind = WRITTEN_KINDS.find((known) => known === name);
	if (kind === undefined || !isText(id) || !isText(path) || !isText(hash)) return undefined;
	return { kind, id, path, hash, isNew: flag === 1 };
}

function readBase([source, id, flag, path]: readonly unknown[]): JournalBase | undefined {
	const former = FORMERS.find((_, index) => index === flag);
	if (former === undefined || !isText(source) || !isText(id) || !isText(path)) return undefined;
	return { source, id, former, path };
}

function readData([path, hash, flag]: readonly unknown[]): JournalData | undefined {
	return isText(path) && isText(hash) ? { path, hash, isNew: flag === 1 } : undefined;
}

function isText(value: unknown): value is string {
	return typeof value === "string";
}

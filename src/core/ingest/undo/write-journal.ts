import { decodeText } from "../../formats/decode";
import { hashBytes, hashText } from "../../notes/bases/hash-text";
import type { BaseEntry } from "../../notes/bases/pack-bases";
import { keyOf } from "../choose-paths";
import { FOREIGN_SOURCE } from "../foreign-memory";
import { pendingPath } from "../import-bases";
import type { ImportHost, ImportPlan, PlannedNote } from "../import-plan";
import type { Journal, JournalBase, JournalData, JournalNote } from "./journal";
import { baseTextKey, dataTextKey, journalPath, noteTextKey } from "./journal";
import { kindOfSource, openJournal, packJournal } from "./pack-journal";

/** A journal as it grows. */
interface Draft {
	/** By `noteTextKey`. */
	readonly notes: Map<string, JournalNote>;
	/** By `baseTextKey`. */
	readonly bases: Map<string, JournalBase>;
	/** By `dataTextKey`. */
	readonly data: Map<string, JournalData>;
	/** Texts that were replaced, by any of these keys. */
	readonly texts: Map<string, BaseEntry>;
}

/**
 * Writes the journal of an import as pending: what it is about to change, and what stands there now.
 *
 * `hashes` are those of the new merge bases by source and id, with a space between. The journal goes before the data and the notes, and behind bases that an earlier import left to be recovered. Where that import did not end,
 * both count as one: what it wrote and nobody changed since goes back to what stood before it.
 */
export async function writeJournal(
	plan: ImportPlan,
	hashes: ReadonlyMap<string, string>,
	host: ImportHost,
): Promise<void> {
	const { notes: store, codec, folders, clock } = host;
	const draft: Draft = { notes: new Map(), bases: new Map(), data: new Map(), texts: new Map() };
	const planned = new Map<string, PlannedNote>();
	for (const note of plan.notes) {
		if (note.after !== note.before) planned.set(keyOf(note.kind, note.id), note);
	}
	const hashOf = createHasher(plan, hashes);
	for (const note of planned.values()) addNote(draft, note, hashOf(note));
	await addBases(draft, plan, planned);
	await addData(draft, plan, host);
	const path = pendingPath(journalPath(folders));
	// Without bases to recover, the earlier import was killed behind its last note: it is done, and this is another one.
	const isJoined = plan.bases.some(({ recover }) => recover !== undefined);
	const earlier = isJoined ? await store.readData(path) : undefined;
	const unfinished = earlier === undefined ? undefined : await openJournal(earlier, codec);
	if (unfinished !== undefined) await addUnfinished(draft, unfinished, planned);
	const rows = {
		at: unfinished?.at ?? clock.now(),
		notes: [...draft.notes.values()],
		bases: [...draft.bases.values()],
		data: [...draft.data.values()],
	};
	await store.writeData(path, await packJournal(rows, draft.texts, codec));
}

/** A note is mostly written just as its base is, and hashing every text once more is what a journal costs. */
function createHasher(
	plan: ImportPlan,
	hashes: ReadonlyMap<string, string>,
): (note: PlannedNote) => string {
	const known = new Map<string, string>();
	const texts = new Map<string, string>();
	for (const { source, changed, textOf } of plan.bases) {
		for (const id of changed) {
			const key = keyOf(kindOfSource(source), id);
			const hash = hashes.get(`${source} ${id}`);
			const text = textOf(id);
			if (source === FOREIGN_SOURCE || hash === undefined || text === undefined) continue;
			known.set(key, hash);
			texts.set(key, text);
		}
	}
	return ({ kind, id, after }) => {
		const key = keyOf(kind, id);
		const hash = texts.get(key) === after ? known.get(key) : undefined;
		return hash ?? hashText(after);
	};
}

function addNote({ notes, texts }: Draft, note: PlannedNote, hash: string): void {
	const { kind, id, path, before } = note;
	const key = noteTextKey(kind, id);
	const isNew = before === undefined;
	notes.set(key, { kind, id, path, hash, isNew });
	if (!isNew) texts.set(key, { path, text: before });
}

async function addBases(
	{ bases, texts }: Draft,
	plan: ImportPlan,
	planned: ReadonlyMap<string, PlannedNote>,
): Promise<void> {
	for (const { source, changed, formerOf } of plan.bases) {
		const kind = kindOfSource(source);
		for (const id of changed) {
			const entry = await formerOf(id);
			const key = baseTextKey(source, id);
			const path = entry?.path ?? "";
			// Most notes are as they were last written: the text is kept once.
			const isNote = entry !== undefined && planned.get(keyOf(kind, id))?.before === entry.text;
			const former = entry === undefined ? "none" : isNote ? "note" : "own";
			bases.set(key, { source, id, former, path });
			if (entry !== undefined) texts.set(isNote ? noteTextKey(kind, id) : key, entry);
		}
	}
}

async function addData(
	draft: Draft,
	plan: ImportPlan,
	{ notes, folders }: ImportHost,
): Promise<void> {
	for (const { path: full, bytes } of plan.data) {
		const former = await notes.readData(full);
		const path = full.slice(folders.home.length + 1);
		const decoded = former === undefined ? undefined : decodeText(former);
		const key = dataTextKey(path);
		draft.data.set(key, { path, hash: hashBytes(bytes), isNew: decoded?.ok !== true });
		if (decoded?.ok === true) draft.texts.set(key, { path, text: decoded.text });
	}
}

/** Gives bases that are kept as the text of a note a text of their own, since that of the note is about to change. */
function keepOwnBases({ bases, texts }: Draft): void {
	for (const [key, base] of bases) {
		if (base.former !== "note") continue;
		const entry = texts.get(noteTextKey(kindOfSource(base.source), base.id));
		if (entry === undefined) continue;
		bases.set(key, { ...base, former: "own" });
		texts.set(key, { ...entry, path: base.path });
	}
}

/** Joins the journal of an import that did not end: its rows stay, and where both changed the same, what stood first does. */
async function addUnfinished(
	draft: Draft,
	earlier: Journal,
	planned: ReadonlyMap<string, PlannedNote>,
): Promise<void> {
	keepOwnBases(draft);
	/** Notes that a person changed after the first import, whose texts of now are what stands first. */
	const changed = new Set<string>();
	for (const note of earlier.notes) {
		const now = planned.get(keyOf(note.kind, note.id));
		const isWritten =
			now === undefined || (now.before !== undefined && hashText(now.before) === note.hash);
		if (!isWritten) {
			changed.add(keyOf(note.kind, note.id));
			continue;
		}
		const key = noteTextKey(note.kind, note.id);
		const mine = draft.notes.get(key);
		const { hash, path } = mine ?? note;
		draft.notes.set(key, { ...note, hash, path });
		const text = await earlier.noteText(note);
		if (text === undefined) draft.texts.delete(key);
		else draft.texts.set(key, { path, text });
	}
	for (const base of earlier.bases) {
		if (changed.has(keyOf(kindOfSource(base.source), base.id))) continue;
		const key = baseTextKey(base.source, base.id);
		const entry = await earlier.baseEntry(base);
		const former = entry === undefined ? "none" : "own";
		draft.bases.set(key, { ...base, former, path: entry?.path ?? "" });
		if (entry === undefined) draft.texts.delete(key);
		else draft.texts.set(key, entry);
	}
	for (const data of earlier.data) {
		const key = dataTextKey(data.path);
		const text = await earlier.dataText(data);
		draft.data.set(key, { ...data, hash: draft.data.get(key)?.hash ?? data.hash });
		if (text === undefined) draft.texts.delete(key);
		else draft.texts.set(key, { path: data.path, text });
	}
}

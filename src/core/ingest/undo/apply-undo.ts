import type { Problem } from "../../model/problem";
import { problemOf } from "../../model/problem";
import { hashBytes, hashText } from "../../notes/bases/hash-text";
import { keyOf } from "../choose-paths";
import { withImportLock } from "../with-import-lock";
import { pendingPath } from "../import-bases";
import type { Journal } from "./journal";
import { journalPath } from "./journal";
import type { KeptNotes } from "./undo-bases";
import { dropPending, putBasesBack } from "./undo-bases";
import type { RefusedNote, UndoHost, UndoPlan, UndoResult, UndoneNote } from "./undo-plan";

/** What became of the notes. */
interface PutBack {
	readonly done: readonly UndoneNote[];
	/** Notes that a person changed while the undo ran. */
	readonly refused: readonly RefusedNote[];
	readonly problems: readonly Problem[];
}

/**
 * Undoes the last import as planned: notes that still are what it wrote go back, its merge bases and data files with them.
 *
 * A note that changed since the plan is left alone and refused. The merge bases go first, in such a way that a crash leaves the vault as
 * an import does that did not end; the journal goes last, so that an undo that was stopped or could not write can be repeated. Never
 * throws for a note that cannot be written; throws where not even the first merge base can be, and where another import is at work.
 */
export async function applyUndo(plan: UndoPlan, host: UndoHost): Promise<UndoResult> {
	const { journal } = plan;
	if (journal === undefined) return conclude(plan, { done: [], refused: [], problems: [] });
	return withImportLock(host.lock, () => undo(plan, journal, host));
}

async function undo(plan: UndoPlan, journal: Journal, host: UndoHost): Promise<UndoResult> {
	const { notes: store, folders } = host;
	const path = journalPath(folders);
	if (!plan.isPending) await store.renameData(path, pendingPath(path));
	const sources = [...new Set(journal.bases.map(({ source }) => source))];
	const kept = listKept(plan);
	for (const source of sources) await putBasesBack(source, journal, kept, host);
	const outcome = await putNotesBack(plan.notes, journal, host);
	const isWhole = outcome.done.length + outcome.refused.length === plan.notes.length;
	if (isWhole) {
		if (outcome.refused.length > 0) {
			for (const { kind, id, path: place } of outcome.refused) kept.set(keyOf(kind, id), place);
			for (const source of sources) await putBasesBack(source, journal, kept, host);
		}
		await putDataBack(journal, host);
		for (const source of sources) await dropPending(source, host);
		await store.removeData(path);
		await store.removeData(pendingPath(path));
	}
	host.progress.report("finish", 1, 1);
	return conclude(plan, outcome);
}

function listKept({ refused, gone }: UndoPlan): Map<string, string | undefined> {
	const kept = new Map<string, string | undefined>();
	for (const { kind, id, path, reason } of refused) {
		kept.set(keyOf(kind, id), reason === "edited" ? path : undefined);
	}
	for (const { kind, id } of gone) kept.set(keyOf(kind, id), undefined);
	return kept satisfies KeptNotes;
}

async function putNotesBack(
	notes: readonly UndoneNote[],
	journal: Journal,
	host: UndoHost,
): Promise<PutBack> {
	const done: UndoneNote[] = [];
	const refused: RefusedNote[] = [];
	const problems: Problem[] = [];
	let count = 0;
	for (const undone of notes) {
		host.progress.report("write", ++count, notes.length, undone.path);
		await host.progress.breathe();
		if (host.progress.cancelled) break;
		try {
			if (await putNoteBack(undone, journal, host)) done.push(undone);
			else {
				const { kind, id } = undone.note;
				refused.push({ kind, id, path: undone.path, reason: "edited" });
			}
		} catch (error) {
			const message = error instanceof Error ? error.message : "the note cannot be written";
			problems.push(problemOf(undone.path, null, "write-failed", message));
		}
	}
	return { done, refused, problems };
}

/** Gives false where the note is no longer what the import wrote; throws where it cannot be written. */
async function putNoteBack(
	{ note, path, action }: UndoneNote,
	journal: Journal,
	{ notes: store }: UndoHost,
): Promise<boolean> {
	const text = await store.readNote(path);
	if (text === undefined || hashText(text) !== note.hash) return false;
	if (action === "delete") return store.trashNote(path, text);
	const former = await journal.noteText(note);
	if (former === undefined) throw new Error("the text that the note had is damaged in the journal");
	return store.writeNote(path, former, text);
}

/** A file that something else wrote since stays, and so does one whose former text is damaged. */
async function putDataBack(journal: Journal, { notes: store, folders }: UndoHost): Promise<void> {
	for (const data of journal.data) {
		const path = `${folders.home}/${data.path}`;
		const bytes = await store.readData(path);
		if (bytes === undefined || hashBytes(bytes) !== data.hash) continue;
		const former = await journal.dataText(data);
		if (data.isNew) await store.removeData(path);
		else if (former !== undefined) {
			await store.writeData(path, new TextEncoder().encode(former));
		}
	}
}

function conclude(plan: UndoPlan, { done, refused, problems }: PutBack): UndoResult {
	const pathsOf = (action: UndoneNote["action"]): string[] =>
		done.filter((undone) => undone.action === action).map(({ path }) => path);
	return {
		imported: plan.journal?.at ?? null,
		restored: pathsOf("restore"),
		deleted: pathsOf("delete"),
		refused: [...plan.refused, ...refused],
		problems: [...plan.problems, ...problems],
		isWhole: done.length + refused.length === plan.notes.length,
	};
}

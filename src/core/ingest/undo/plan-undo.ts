import { createTechniqueResolver } from "../../attack/technique-resolver";
import type { Problem } from "../../model/problem";
import { problemOf } from "../../model/problem";
import { hashText } from "../../notes/bases/hash-text";
import { identifyNote } from "../../notes/identity/identify-note";
import type { NoteIdentity } from "../../notes/identity/note-identity";
import { keyOf } from "../choose-paths";
import { pendingPath } from "../import-bases";
import { scanVault } from "../scan-vault";
import type { VaultState } from "../scan-vault";
import { readVaultAttackData } from "../vault-data";
import type { Journal, JournalNote } from "./journal";
import { journalPath } from "./journal";
import { openJournal } from "./pack-journal";
import type { RefusedNote, UndoHost, UndoPlan, UndoneNote } from "./undo-plan";

const NOTHING: UndoPlan = {
	journal: undefined,
	isPending: false,
	notes: [],
	refused: [],
	gone: [],
	problems: [],
	cancelled: false,
};

/**
 * Works out what undoing the last import would do: which notes go back, which are taken away, which are left alone.
 *
 * Writes nothing. An import that did not end counts as the last one; of its notes, those that it had yet to write are passed over. A
 * journal that cannot be read is reported, and there is nothing to undo then.
 */
export async function planUndo(host: UndoHost): Promise<UndoPlan> {
	const path = journalPath(host.folders);
	for (const file of [pendingPath(path), path]) {
		const bytes = await host.notes.readData(file);
		if (bytes === undefined) continue;
		const journal = await openJournal(bytes, host.codec);
		if (journal === undefined) return { ...NOTHING, problems: [damaged(file)] };
		return planNotes(journal, file !== path, host);
	}
	return NOTHING;
}

function damaged(file: string): Problem {
	const message = "the journal of the last import is damaged; it cannot be undone";
	return problemOf(file, null, "read-unreadable", message, "warning");
}

async function planNotes(journal: Journal, isPending: boolean, host: UndoHost): Promise<UndoPlan> {
	const notes: UndoneNote[] = [];
	const refused: RefusedNote[] = [];
	const gone: JournalNote[] = [];
	const locate = createLocator(journal, host);
	let done = 0;
	for (const note of journal.notes) {
		host.progress.report("plan", ++done, journal.notes.length, note.path);
		await host.progress.breathe();
		if (host.progress.cancelled) break;
		const { state, path } = await locate(note);
		if (state === "written") {
			notes.push({ note, path, action: note.isNew ? "delete" : "restore" });
		} else if (state === "gone") {
			gone.push(note);
		} else if (state !== "former") {
			refused.push({ kind: note.kind, id: note.id, path, reason: state });
		}
	}
	const { cancelled } = host.progress;
	return { journal, isPending, notes, refused, gone, problems: [], cancelled };
}

/** Where a note is and whose text it has: the import's, the one from before it, or a person's; `gone` is a new one that is not there. */
interface Located {
	readonly state: "written" | "former" | "edited" | "deleted" | "gone";
	readonly path: string;
}

/** Finds notes by path, and by id where something else or nothing is there; the whole vault is read for that, once. */
function createLocator(journal: Journal, host: UndoHost): (note: JournalNote) => Promise<Located> {
	const { notes: store, folders } = host;
	let vault: Promise<VaultState> | undefined;
	const rows = new Set(journal.notes.map(({ kind, id, path }) => `${keyOf(kind, id)} ${path}`));
	// Of two imports that count as one, the second may have written a note where the first did not come to its own.
	const isOthers = ({ kind, id }: NoteIdentity, path: string): boolean =>
		kind !== null && id !== null && rows.has(`${keyOf(kind, id)} ${path}`);
	const scan = async (): Promise<VaultState> => {
		const { data } = await readVaultAttackData(store, folders);
		const resolver = createTechniqueResolver(data);
		return scanVault(store, folders, host.progress, (id) => resolver.resolve(id).id);
	};
	const judge = async (note: JournalNote, path: string, text: string): Promise<Located> => {
		if (hashText(text) === note.hash) return { state: "written", path };
		const isFormer = !note.isNew && text === (await journal.noteText(note));
		return { state: isFormer ? "former" : "edited", path };
	};
	return async (note) => {
		const { kind, id, path } = note;
		const text = await store.readNote(path);
		const here = text === undefined ? undefined : await judge(note, path, text);
		if (here !== undefined && here.state !== "edited") return here;
		const identity = identifyNote(path, text, { folders, resolve: (name) => name });
		if (here !== undefined && identity.kind === kind && identity.id === id) return here;
		const elsewhere = (await (vault ??= scan())).notes.get(keyOf(kind, id));
		if (elsewhere !== undefined) return judge(note, elsewhere.path, elsewhere.text);
		if (here !== undefined && !isOthers(identity, path)) return here;
		return { state: note.isNew ? "gone" : "deleted", path };
	};
}

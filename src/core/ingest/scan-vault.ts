import type { FolderSettings } from "../model/settings";
import type { NoteKind } from "../model/note";
import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import type { NoteStore } from "../ports/notes";
import type { Progress } from "../ports/progress";
import { hashText } from "../notes/bases/hash-text";
import { identifyNote } from "../notes/identity/identify-note";
import { folderWord } from "../notes/identity/other-subjects";
import type { Certainty, NoteIdentity } from "../notes/identity/note-identity";
import { keyOf } from "./choose-paths";
import type { NamedNote } from "./know-by-siblings";
import { knowBySiblings, readNamedNote } from "./know-by-siblings";

/** A note of the vault that an import may meet. */
export interface VaultNote {
	readonly path: string;
	readonly text: string;
	readonly identity: NoteIdentity;
}

/** The vault as an import finds it. */
export interface VaultState {
	/** The note of each technique, rule and runbook that has one, by `keyOf`. */
	readonly notes: ReadonlyMap<string, VaultNote>;
	/** Every note's path, whatever it is. */
	readonly paths: readonly string[];
	readonly problems: readonly Problem[];
}

/** A note as an import wrote it. */
export interface WrittenNote {
	readonly kind: NoteKind;
	readonly id: string;
	/** `hashText` of its text. */
	readonly hash: string;
}

/** What earlier imports and ATT&CK tell of the notes. */
export interface ScanKnowledge {
	/** Notes by path that an import wrote with an identity property; one that stands as it was written is what it was. */
	readonly written?: ReadonlyMap<string, WrittenNote>;
	/** Where each note was last written, by `keyOf`: what tells a note from its copies. */
	readonly writtenPaths?: ReadonlyMap<string, string>;
	/** Gives what a technique's own note would be called. */
	readonly baseNameOf?: ((id: string) => string | undefined) | undefined;
}

const FOLDERS = { technique: "techniques", rule: "rules", runbook: "runbooks" } as const;

/** Folders of what somebody is done with. */
const ARCHIVES: ReadonlySet<string> = new Set([
	"archive",
	"archived",
	"archives",
	"backup",
	"backups",
	"old",
]);

const SURENESS: Readonly<Record<Certainty, number>> = { stated: 2, marked: 1, inferred: 0 };

/**
 * Reads every note of the vault and finds out which of them are techniques, rules and runbooks.
 *
 * Of several notes with one identity the surest is the note, then the one that lies where an import wrote it, then one in its kind's
 * folder, then one in no archive, then the first by path; the others are reported and left alone. A note that contradicts itself is
 * reported by the one who identifies it, and is nobody's note.
 */
export async function scanVault(
	store: NoteStore,
	folders: FolderSettings,
	progress: Progress,
	resolve: (id: string) => string,
	{ written = new Map(), writtenPaths = new Map(), baseNameOf }: ScanKnowledge = {},
): Promise<VaultState> {
	const entries = await store.listNotes();
	const notes = new Map<string, VaultNote>();
	const problems: Problem[] = [];
	const named: NamedNote[] = [];
	let done = 0;
	for (const { path } of entries) {
		progress.report("index", ++done, entries.length, path);
		await progress.breathe();
		if (progress.cancelled) break;
		const text = await store.readNote(path);
		const own = text === undefined ? undefined : identifyWritten(text, written.get(path));
		const identity = own ?? identifyNote(path, text, { folders, resolve, baseNameOf });
		problems.push(...identity.problems);
		const { kind, id } = identity;
		if (kind === null && baseNameOf !== undefined && identity.problems.length === 0) {
			const other = readNamedNote(path, text ?? "");
			if (other !== undefined) named.push(other);
		}
		if (kind === null || kind === "execution" || id === null) continue;
		const key = keyOf(kind, id);
		const note = { path, text: text ?? "", identity };
		const rank = (one: VaultNote): number =>
			rankOf(one, writtenPaths.get(key), folders[FOLDERS[kind]]);
		const problem = claim(notes, key, note, rank);
		if (problem !== undefined) problems.push(problem);
	}
	addNamed(notes, named);
	return { notes, paths: entries.map(({ path }) => path), problems };
}

/** A technique that has a note already keeps it. */
function addNamed(notes: Map<string, VaultNote>, named: readonly NamedNote[]): void {
	const isTechnique = ({ identity }: VaultNote): boolean => identity.kind === "technique";
	const techniques = [...notes.values()].filter(isTechnique).map(({ path }) => path);
	for (const { path, text, id } of knowBySiblings(named, techniques)) {
		const key = keyOf("technique", id);
		const identity: NoteIdentity = {
			...{ kind: "technique", id, certainty: "inferred", broken: null, problems: [] },
			evidence: ["notes beside it"],
		};
		if (!notes.has(key)) notes.set(key, { path, text, identity });
	}
}

function identifyWritten(text: string, note: WrittenNote | undefined): NoteIdentity | undefined {
	if (note === undefined || hashText(text) !== note.hash) return undefined;
	const { kind, id } = note;
	return { kind, id, certainty: "stated", evidence: [], broken: null, problems: [] };
}

/** Makes a note the one of its identity, or not; gives what is to be told of the other one, if there is one. */
function claim(
	notes: Map<string, VaultNote>,
	key: string,
	note: VaultNote,
	rank: (note: VaultNote) => number,
): Problem | undefined {
	const known = notes.get(key);
	if (known === undefined) {
		notes.set(key, note);
		return undefined;
	}
	const better = rank(note) > rank(known);
	const [kept, other] = better ? [note, known] : [known, note];
	notes.set(key, kept);
	// A person's note that only looks like one of the kind, beside one that says so, is nothing to complain about.
	const isGuess = other.identity.certainty === "inferred";
	if (isGuess && kept.identity.certainty !== "inferred") return undefined;
	const message = `${kept.path} is the note of ${key}; this one is left alone`;
	return problemOf(other.path, null, "note-duplicate", message, "warning");
}

/** An import must not make another note the one: only where notes lie and what they state counts, not whether their text is as it was written. */
function rankOf({ path, identity }: VaultNote, written: string | undefined, home: string): number {
	const place = path.startsWith(`${home}/`) ? 2 : Number(!isArchived(path));
	return 6 * SURENESS[identity.certainty] + 3 * Number(path === written) + place;
}

function isArchived(path: string): boolean {
	const folders = path.split("/").slice(0, -1);
	return folders.some((folder) => ARCHIVES.has(folderWord(folder)));
}

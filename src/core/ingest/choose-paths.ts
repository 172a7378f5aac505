import type { NoteKind, WrittenKind } from "../model/note";
import { NOTE_KINDS } from "../model/note";
import type { FolderSettings } from "../model/settings";
import { countItems } from "../text/count-items";
import { distinct } from "../text/distinct";
import { foldPath } from "../text/fold-path";

/** A note that will exist after the import, as far as its place is concerned. */
export interface NamedRecord {
	readonly kind: NoteKind;
	readonly id: string;
	/** Sub-folder of the kind's folder, "" for none. */
	readonly folder: string;
	/** Base name without `.md`, safe for every file system. */
	readonly baseName: string;
	/** What is put behind the base name where another note of the folder has it too. */
	readonly suffix: string;
}

/** A note that is in the vault already. */
export interface PlacedNote {
	readonly kind: NoteKind;
	readonly id: string;
	/** The sub-folder its kind would be written to, to know which notes it is kin to. */
	readonly folder: string;
	readonly path: string;
	/** Whether nothing but its name tells what it is. */
	readonly isGuess?: boolean;
}

/** Where notes go. */
export interface PathChoice {
	/** The path of a record's note, existing or new. */
	pathOf(kind: NoteKind, id: string): string | undefined;
	/** Whether only one note of the vault will have this path's base name. */
	isUnique(path: string): boolean;
}

/** Gives the key under which a kind's id is known. */
export function keyOf(kind: WrittenKind, id: string): string {
	return `${kind} ${id}`;
}

/**
 * Chooses a path for every record that has no note yet; a record that has one stays there.
 *
 * New notes of a kind lie in its folder of the settings; where that holds none of them but the vault has some elsewhere (an adopted vault),
 * they go beside those; beside notes that only their names tell, where a folder has several. Records of one folder that share a base name
 * all get their suffix, so that which of them came first does not matter, and so does one whose name one of the `strangers` has, notes of
 * something else: a person's link by that name goes on leading there. Names are compared as the least exact file system does: without case,
 * in Unicode NFC.
 */
export function choosePaths(
	records: readonly NamedRecord[],
	placed: readonly PlacedNote[],
	taken: readonly string[],
	folders: FolderSettings,
	strangers: readonly string[] = [],
): PathChoice {
	const paths: Readonly<Record<NoteKind, Map<string, string>>> = {
		technique: new Map(),
		rule: new Map(),
		runbook: new Map(),
	};
	for (const { kind, id, path } of placed) paths[kind].set(id, path);
	const claims = new Set(taken.map(foldPath));
	const others = new Set(strangers.map(foldName));
	const folderOf = chooseFolders(placed, folders);
	const wishes = records.map((record) => {
		const plain = joinPath(folderOf(record), record.baseName);
		return { record, plain, folded: foldPath(plain), isPlaced: paths[record.kind].has(record.id) };
	});
	const wanted = countItems(wishes.map(({ folded }) => folded));
	for (const { record, plain, folded, isPlaced } of wishes) {
		if (isPlaced) continue;
		const { kind, id, suffix } = record;
		const isShared = (wanted.get(folded) ?? 0) > 1 || others.has(foldName(plain));
		paths[kind].set(id, claimPath(isShared ? `${plain} ${suffix}` : plain, suffix, claims));
	}
	const chosen = NOTE_KINDS.flatMap((kind) => [...paths[kind].values()]);
	const baseNames = countItems(distinct([...chosen, ...taken]).map(foldName));
	return {
		pathOf: (kind, id) => paths[kind].get(id),
		isUnique: (path) => (baseNames.get(foldName(path)) ?? 0) <= 1,
	};
}

/** Gives a path's last name without `.md`. */
export function baseNameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1, path.endsWith(".md") ? -".md".length : undefined);
}

function joinPath(folder: string, name: string): string {
	return folder === "" ? name : `${folder}/${name}`;
}

function foldName(path: string): string {
	return foldPath(baseNameOf(path));
}

function claimPath(plain: string, suffix: string, claims: Set<string>): string {
	const candidates = [plain, plain.endsWith(` ${suffix}`) ? plain : `${plain} ${suffix}`];
	for (let count = 2; ;) {
		const path = `${candidates.shift() ?? `${plain} ${count++}`}.md`;
		const folded = foldPath(path);
		if (!claims.has(folded)) {
			claims.add(folded);
			return path;
		}
	}
}

/** Notes of a folder from which on what they seem to be is no chance: one among notes on anything is no home for hundreds. */
const SEVERAL = 3;

function chooseFolders(
	placed: readonly PlacedNote[],
	folders: FolderSettings,
): (record: { readonly kind: NoteKind; readonly folder: string }) => string {
	const chosen = new Map<string, string>();
	return ({ kind, folder }) => {
		const key = `${kind}/${folder}`;
		const known = chosen.get(key);
		if (known !== undefined) return known;
		const root = { technique: folders.techniques, rule: folders.rules, runbook: folders.runbooks }[
			kind
		];
		const standard = folder === "" ? root : `${root}/${folder}`;
		const kin = placed.filter((note) => note.kind === kind && note.folder === folder);
		const places = kin.map((note) => folderOfPath(note.path));
		const home = commonest(places);
		const isHome =
			kin.some((note) => note.isGuess !== true) ||
			places.filter((place) => place === home).length >= SEVERAL;
		const result = isHome && !places.includes(standard) ? home : standard;
		chosen.set(key, result);
		return result;
	};
}

function folderOfPath(path: string): string {
	return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** The value that occurs most; the first in code-unit order of those that occur equally often. */
function commonest(values: readonly string[]): string {
	const counts = [...countItems(values)];
	counts.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	return counts[0]?.[0] ?? "";
}

import type { NoteKind } from "../model/note";
import type { FolderSettings } from "../model/settings";

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
}

/** Where notes go. */
export interface PathChoice {
	/** The path of a record's note, existing or new. */
	pathOf(kind: NoteKind, id: string): string | undefined;
	/** Whether only one note of the vault will have this path's base name. */
	isUnique(path: string): boolean;
}

/** Gives the key under which a kind's id is known. */
export function keyOf(kind: NoteKind, id: string): string {
	return `${kind} ${id}`;
}

/**
 * Chooses a path for every record that has no note yet; a record that has one stays there.
 *
 * New notes of a kind lie in its folder of the settings; where that holds none of them but the vault has some elsewhere (an adopted
 * vault), they go beside those. Records of one folder that share a base name all get their suffix, so that which of them came first
 * does not matter. Names are compared as the least exact file system does: without case, in Unicode NFC.
 */
export function choosePaths(
	records: readonly NamedRecord[],
	placed: readonly PlacedNote[],
	taken: readonly string[],
	folders: FolderSettings,
): PathChoice {
	const paths = new Map(placed.map((note) => [keyOf(note.kind, note.id), note.path]));
	const claims = new Set(taken.map(foldPath));
	const missing = records.filter((record) => !paths.has(keyOf(record.kind, record.id)));
	const folderOf = chooseFolders(placed, folders);
	const wanted = countBy(records, (record) =>
		foldPath(joinPath(folderOf(record), record.baseName)),
	);
	for (const record of missing) {
		const plain = joinPath(folderOf(record), record.baseName);
		const shared = (wanted.get(foldPath(plain)) ?? 0) > 1;
		const path = claimPath(shared ? `${plain} ${record.suffix}` : plain, record.suffix, claims);
		paths.set(keyOf(record.kind, record.id), path);
	}
	const baseNames = countBy([...new Set([...paths.values(), ...taken])], (path) =>
		foldPath(baseNameOf(path)),
	);
	return {
		pathOf: (kind, id) => paths.get(keyOf(kind, id)),
		isUnique: (path) => (baseNames.get(foldPath(baseNameOf(path))) ?? 0) <= 1,
	};
}

/** Gives a path's last name without `.md`. */
export function baseNameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
}

function joinPath(folder: string, name: string): string {
	return folder === "" ? name : `${folder}/${name}`;
}

function foldPath(path: string): string {
	return path.normalize("NFC").toLowerCase();
}

function claimPath(plain: string, suffix: string, claims: Set<string>): string {
	const candidates = [plain, plain.endsWith(` ${suffix}`) ? plain : `${plain} ${suffix}`];
	for (let count = 2; ; count++) {
		const candidate = candidates.shift() ?? `${plain} ${count}`;
		const folded = foldPath(`${candidate}.md`);
		if (!claims.has(folded)) {
			claims.add(folded);
			return `${candidate}.md`;
		}
	}
}

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
		const inPlace = kin.length === 0 || kin.some((note) => folderOfPath(note.path) === standard);
		const result = inPlace ? standard : commonest(kin.map((note) => folderOfPath(note.path)));
		chosen.set(key, result);
		return result;
	};
}

function folderOfPath(path: string): string {
	return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** The value that occurs most; the first in code-unit order of those that occur equally often. */
function commonest(values: readonly string[]): string {
	const counts = [...countBy(values, (value) => value)];
	counts.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	return counts[0]?.[0] ?? "";
}

function countBy<T>(items: readonly T[], keyOfItem: (item: T) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const item of items) counts.set(keyOfItem(item), (counts.get(keyOfItem(item)) ?? 0) + 1);
	return counts;
}

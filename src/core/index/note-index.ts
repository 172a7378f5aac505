import { createFolderCounts } from "./folder-counts";
import { createGroups } from "./groups";
import { createInboundIndex } from "./inbound-index";
import { IndexedNote } from "./indexed-note";
import { createLinkLookup, type LinkLookup } from "./link-lookup";
import { createLinkResolver, type LinkResolver } from "./link-resolver";
import { canonicalName } from "./literals/names";
import { createZoneTable, type ZoneTable } from "./literals/zones";
import type { NoteKind } from "./note-kind";
import { kindOfNote } from "./note-kind";
import type { NoteRecord } from "./note-record";
import { comparePaths } from "./paths";
import type { Neighbourhood } from "./surroundings";
import { createTagIndex } from "./tag-index";

/** What can be asked of the notes of a vault. */
export interface NoteLookup extends LinkLookup {
	/** Number of notes. */
	readonly size: number;
	readonly zones: ZoneTable;
	note(path: string): IndexedNote | undefined;
	/** All notes in code-unit order of their paths. */
	notes(): readonly IndexedNote[];
	/** Notes with a tag (written with its `#`) or one below it, in no fixed order; case does not matter. */
	tagged(tag: string): ReadonlySet<IndexedNote>;
	/** All tags in lower case, with their parents, in code-unit order. */
	tags(): readonly string[];
	/** Notes that are techniques, rules, runbooks or executions, in no fixed order. */
	ofKind(kind: NoteKind): ReadonlySet<IndexedNote>;
	/** Notes in a folder and the folders below it, by path; the empty name is the vault. Case matters. */
	inFolder(folder: string): readonly IndexedNote[];
	/** Number of notes in a folder and the folders below it. */
	countInFolder(folder: string): number;
	/** The note that a link target means in the note at `source`. */
	resolve(target: string, source: string): IndexedNote | undefined;
}

/** Notes that can be asked for, and kept up to date one by one. */
export interface NoteIndex extends NoteLookup {
	/** Takes in a note, new or changed. */
	put(record: NoteRecord): void;
	/** Forgets a note; gives false where there is none. */
	remove(path: string): boolean;
	/** Moves a note, its text unchanged; gives false where there is none. */
	rename(from: string, to: string): boolean;
}

/** Gives an empty index. Each change costs as much as the note it is about. */
export function createNoteIndex(): NoteIndex {
	const zones = createZoneTable();
	const byPath = new Map<string, IndexedNote>();
	const tags = createTagIndex<IndexedNote>();
	const kinds = createGroups<IndexedNote>();
	const inbound = createInboundIndex();
	const resolver = createLinkResolver();
	const folders = createFolderCounts();
	const recordOf = (path: string): NoteRecord | undefined => byPath.get(path)?.record;
	const links = createLinkLookup(
		resolver,
		inbound,
		recordOf,
		() => neighbours.generation + neighbours.linkage,
	);
	const neighbours = createNeighbourhood(resolver, (path) => links.linksTo(path));
	let sorted: readonly IndexedNote[] | undefined;

	const forget = (note: IndexedNote): void => {
		tags.remove(note, note.record.tags);
		const kind = kindOfNote(note.record);
		if (kind !== undefined) kinds.remove(kind, note);
		inbound.remove(note.record);
		if (note.record.links.length > 0) neighbours.linkage++;
		sorted = undefined;
	};
	const put = (record: NoteRecord): void => {
		const before = byPath.get(record.path);
		if (before !== undefined) forget(before);
		else {
			resolver.add(record.path);
			folders.add(record.path);
			neighbours.generation++;
		}
		const note = new IndexedNote(record, neighbours);
		byPath.set(record.path, note);
		tags.add(note, record.tags);
		const kind = kindOfNote(record);
		if (kind !== undefined) kinds.add(kind, note);
		inbound.add(record);
		if (record.links.length > 0) neighbours.linkage++;
		sorted = undefined;
	};
	const remove = (path: string): boolean => {
		const note = byPath.get(path);
		if (note === undefined) return false;
		forget(note);
		byPath.delete(path);
		resolver.remove(path);
		folders.remove(path);
		neighbours.generation++;
		return true;
	};
	const notes = (): readonly IndexedNote[] =>
		(sorted ??= [...byPath.values()].sort((a, b) => comparePaths(a.path, b.path)));
	return {
		get size() {
			return byPath.size;
		},
		zones,
		put,
		remove,
		rename(from, to) {
			const record = recordOf(from);
			if (record === undefined) return false;
			remove(from);
			put({ ...record, path: to });
			return true;
		},
		note: (path) => byPath.get(path),
		notes,
		tagged: (tag) => tags.find(tag),
		tags: () => tags.names(),
		ofKind: (kind) => kinds.get(kind),
		inFolder: (folder) => notesInFolder(notes(), folder),
		countInFolder: (folder) => (folder === "" ? byPath.size : folders.count(folder)),
		resolve: (target, source) => byPath.get(resolver.resolve(target, source) ?? ""),
		...links,
	};
}

function createNeighbourhood(
	resolver: LinkResolver,
	linksTo: Neighbourhood["linksTo"],
): Neighbourhood & { generation: number; linkage: number } {
	const names = new Map<string, string>();
	return {
		generation: 0,
		linkage: 0,
		normalise(link, source) {
			const path = resolver.resolve(link.path, source);
			return path === undefined || path === link.path ? link : { ...link, path };
		},
		linksTo,
		canonical(key) {
			const known = names.get(key);
			if (known !== undefined) return known;
			const name = canonicalName(key);
			names.set(key, name);
			return name;
		},
	};
}

/** The notes under a folder in a list sorted by path: they stand together. */
function notesInFolder(notes: readonly IndexedNote[], folder: string): readonly IndexedNote[] {
	if (folder === "") return notes;
	const first = firstFrom(notes, `${folder}/`);
	// "0" is the character behind "/".
	return notes.slice(first, firstFrom(notes, `${folder}0`));
}

/** Where the first path that is not before `start` stands. */
function firstFrom(notes: readonly IndexedNote[], start: string): number {
	let low = 0;
	let high = notes.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((notes[middle]?.path ?? "") < start) low = middle + 1;
		else high = middle;
	}
	return low;
}

import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import type { FolderSettings } from "../model/settings";
import { chooseBase } from "../notes/bases/choose-base";
import { hashBytes, hashText } from "../notes/bases/hash-text";
import type { Bases } from "../notes/bases/open-bases";
import { NO_BASES, indexEnd, openBases } from "../notes/bases/open-bases";
import type { BaseEntry } from "../notes/bases/pack-bases";
import { packBases } from "../notes/bases/pack-bases";
import type { Codec } from "../ports/codec";
import type { NoteStore } from "../ports/notes";
import { compareCodeUnits } from "../text/compare";
import type { PlannedBases } from "./import-plan";

/** What an import that did not end meant to do to one note. */
export interface InterruptedWrite {
	/** The `hashText` of what it wrote, or was about to write. */
	readonly hash: string;
	/** The text that the note had before; undefined where it was to make the note. */
	former(): Promise<string | undefined>;
}

/** The merge bases of one kind of source, as an earlier import left them. */
export interface SourceBases {
	readonly source: string;
	/** In force. */
	readonly committed: Bases;
	/** Of an import that did not end; undefined where the last one did. */
	readonly pending: Bases | undefined;
	/** Tells the state of both files as they were read. */
	readonly stamp: string;
	/** What that import meant to do to a note, undefined where nothing tells. */
	readonly interrupted?: ((id: string) => InterruptedWrite | undefined) | undefined;
}

/** Gives the file of one source's bases. */
export function basesPath(folders: FolderSettings, source: string): string {
	return `${folders.home}/merge/${source}.bases`;
}

/** What a file of bases is called while the notes written from it are on their way. */
export function pendingPath(path: string): string {
	return `${path}.pending`;
}

/** Opens one source's bases; a file that cannot be read is reported, and its bases count as lost. */
export async function openSourceBases(
	store: NoteStore,
	codec: Codec,
	folders: FolderSettings,
	source: string,
): Promise<{ readonly bases: SourceBases; readonly problems: readonly Problem[] }> {
	const path = basesPath(folders, source);
	const problems: Problem[] = [];
	const stamps: string[] = [];
	const open = async (file: string): Promise<Bases | undefined> => {
		const bytes = await store.readData(file);
		stamps.push(stampOf(bytes));
		if (bytes === undefined) return undefined;
		const bases = await openBases(bytes, codec);
		if (bases === undefined) {
			const message = "the merge bases are damaged; all text of these notes counts as the person's";
			problems.push(problemOf(file, null, "read-unreadable", message, "warning"));
		}
		return bases;
	};
	const committed = await open(path);
	const pending = await open(pendingPath(path));
	const stamp = stamps.join(" ");
	return { bases: { source, committed: committed ?? NO_BASES, pending, stamp }, problems };
}

/** Tells the state of a file of bases and of the pending one beside it: any change of a text or a path is one of it. */
export async function stampBases(store: NoteStore, path: string): Promise<string> {
	const committed = stampOf(await store.readData(path));
	return `${committed} ${stampOf(await store.readData(pendingPath(path)))}`;
}

/** The index at the file's head holds the hash of every text. */
function stampOf(bytes: Uint8Array | undefined): string {
	return bytes === undefined ? "none" : hashBytes(bytes.subarray(0, indexEnd(bytes)));
}

/**
 * Gives the text that a note was last written from, undefined where it was never written or its base is lost.
 *
 * After an import that did not end, `isOurs` tells a note that it wrote from one that it had yet to adopt.
 */
export async function findBase(
	{ committed, pending, interrupted }: SourceBases,
	id: string,
	mine: string,
	isOurs: boolean,
): Promise<string | undefined> {
	const kept = await committed.textOf(id);
	// Of a note that was gone when the bases were pruned nothing but its id is kept.
	const before = kept === "" ? undefined : kept;
	if (pending?.has(id) !== true) return before;
	if (before === undefined && !isOurs) return undefined;
	const write = interrupted?.(id);
	if (write !== undefined && write.hash === hashText(mine)) return pending.textOf(id);
	if (write !== undefined && (await write.former()) === mine) return before;
	return chooseBase(mine, before, await pending.textOf(id));
}

/** Where nobody knows of any file. */
const NO_PLACES: ReadonlyMap<string, string> = new Map();

/**
 * Plans one source's file of bases: the ones in force, with `found` and then `written` over them; undefined where nothing changes.
 *
 * `found` are the bases that notes were really written from after an import that did not end; they replace the file in force first, so
 * that a second crash meets no base of two imports ago. `places` says of ids where their files lie among the sources now.
 */
export function planBases(
	folders: FolderSettings,
	bases: SourceBases,
	found: ReadonlyMap<string, BaseEntry>,
	written: ReadonlyMap<string, BaseEntry>,
	places = NO_PLACES,
): PlannedBases | undefined {
	const { source, committed, pending, stamp } = bases;
	const isMoved = ([id, place]: readonly [string, string]): boolean =>
		committed.has(id) && committed.placeOf(id) !== place;
	if (written.size === 0 && pending === undefined && ![...places].some(isMoved)) return undefined;
	const path = basesPath(folders, source);
	const planned: PlannedBases = {
		source,
		path,
		stamp,
		changed: [...written.keys()].sort(compareCodeUnits),
		formerOf: async (id) =>
			found.get(id) ?? (committed.has(id) ? await entryOf(committed, id) : undefined),
		textOf: (id) => written.get(id)?.text,
		without: (ids) => {
			const rest = [...written].filter(([id]) => !ids.has(id));
			return planBases(folders, bases, found, new Map(rest), places);
		},
		pack: async (codec, told) => {
			const entries = await overlayBases(committed, new Map([...found, ...written]));
			for (const [id, place] of places) {
				const entry = entries.get(id);
				if (entry !== undefined && entry.place !== place) entries.set(id, { ...entry, place });
			}
			return packBases(entries, codec, told);
		},
	};
	if (pending === undefined) return planned;
	return {
		...planned,
		recover: async (codec) => packBases(await overlayBases(committed, found), codec),
	};
}

/** Gives one id's base with its path. */
export async function entryOf(bases: Bases, id: string): Promise<BaseEntry | undefined> {
	const text = await bases.textOf(id);
	if (text === undefined) return undefined;
	return { path: bases.pathOf(id) ?? "", text, place: bases.placeOf(id) };
}

/** Lays bases over the ones in force; an id whose entry is undefined is left out, one whose entry has no place keeps its own. */
export async function overlayBases(
	committed: Bases,
	entries: ReadonlyMap<string, BaseEntry | undefined>,
): Promise<Map<string, BaseEntry>> {
	const merged = new Map<string, BaseEntry>();
	for (const id of committed.ids) {
		const entry = entries.has(id) ? undefined : await entryOf(committed, id);
		if (entry !== undefined) merged.set(id, entry);
	}
	for (const [id, entry] of entries) {
		if (entry === undefined) continue;
		const place = entry.place === undefined ? committed.placeOf(id) : undefined;
		merged.set(id, place === undefined ? entry : { ...entry, place });
	}
	return merged;
}

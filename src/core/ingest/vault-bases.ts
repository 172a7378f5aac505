import type { NoteKind } from "../model/note";
import { NOTE_KINDS } from "../model/note";
import type { Problem } from "../model/problem";
import { VENDORS } from "../model/rule";
import { keyOf } from "./choose-paths";
import type { SourceBases } from "./import-bases";
import { openSourceBases } from "./import-bases";
import type { ImportHost } from "./import-plan";
import type { WrittenNote } from "./scan-vault";
import { kindOfSource } from "./undo/pack-journal";

/** One source's merge bases, and what is wrong with them. */
export interface OpenedBases {
	readonly bases: SourceBases;
	readonly problems: readonly Problem[];
}

/** Rules that only other vaults' notes know. */
export const NOTES_SOURCE = "notes";

/** The sources whose notes are written as their drafts are. */
const OWN_SOURCES: readonly string[] = [
	...NOTE_KINDS.filter((kind) => kind !== "rule"),
	...VENDORS,
];

/** Opens the merge bases of every kind of source, by source. */
export async function openVaultBases({
	notes,
	codec,
	folders,
}: Pick<ImportHost, "notes" | "codec" | "folders">): Promise<ReadonlyMap<string, OpenedBases>> {
	const opened = new Map<string, OpenedBases>();
	for (const source of [...OWN_SOURCES, NOTES_SOURCE])
		opened.set(source, await openSourceBases(notes, codec, folders, source));
	return opened;
}

/** Lists the notes as the last import wrote them, by path; none of a source whose last import did not end. */
export function listWrittenNotes(
	opened: ReadonlyMap<string, OpenedBases>,
): ReadonlyMap<string, WrittenNote> {
	const written = new Map<string, WrittenNote>();
	for (const source of OWN_SOURCES) {
		const bases = opened.get(source)?.bases;
		if (bases === undefined || bases.pending !== undefined) continue;
		const kind: NoteKind = kindOfSource(source);
		for (const id of bases.committed.ids) {
			const path = bases.committed.pathOf(id);
			const hash = bases.committed.hashOf(id);
			if (path !== undefined && hash !== undefined) written.set(path, { kind, id, hash });
		}
	}
	return written;
}

/** Gives where each note was last written, by `keyOf`. */
export function listWrittenPaths(
	opened: ReadonlyMap<string, OpenedBases>,
): ReadonlyMap<string, string> {
	const paths = new Map<string, string>();
	for (const [source, { bases }] of opened) {
		for (const id of bases.committed.ids) {
			const path = bases.committed.pathOf(id);
			if (path !== undefined) paths.set(keyOf(kindOfSource(source), id), path);
		}
	}
	return paths;
}

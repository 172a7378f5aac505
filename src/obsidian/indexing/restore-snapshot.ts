import type { TFile } from "obsidian";
import type { NoteFile, VaultIndex } from "../../core/index/vault-index";
import { addToGroup } from "../../core/text/add-to-group";
import type { LibraryKeeper } from "./library-keeper";
import { PARTS } from "./snapshot-parts";
import type { SnapshotParts } from "./snapshot-parts";
import type { SnapshotStore } from "./snapshot-store";

/** Where what was kept is taken over to. */
export interface RestoreInto {
	readonly index: VaultIndex;
	readonly library: LibraryKeeper;
	readonly parts: SnapshotParts;
	/** Is awaited before each part. */
	readonly breathe: () => Promise<void>;
	/** Is told after each part of the index. */
	readonly report: () => void;
}

/** Takes over what was kept of notes that have not changed since; gives the paths of the others. */
export async function restoreSnapshot(
	store: SnapshotStore,
	files: readonly TFile[],
	into: RestoreInto,
): Promise<ReadonlySet<string>> {
	const inParts = groupFiles(files, into.parts);
	const missing = new Set(files.map(({ path }) => path));
	const current = new Map<number, ReadonlySet<string>>();
	const early = new Map<number, string>();
	// A note is as it was only where both its parts say so.
	const takeLibrary = (part: number, text: string): void => {
		const paths = current.get(part) ?? new Set();
		if (!into.library.restore(text, (path) => paths.has(path))) return;
		for (const path of paths) missing.delete(path);
	};
	for await (const { part, text } of store.load()) {
		await into.breathe();
		const own = part % PARTS;
		if (part < PARTS) {
			current.set(own, restoreIndex(text, inParts.get(own) ?? [], into));
			const waiting = early.get(own);
			if (waiting !== undefined) takeLibrary(own, waiting);
		} else if (current.has(own)) takeLibrary(own, text);
		else early.set(own, text);
	}
	return missing;
}

function groupFiles(
	files: readonly TFile[],
	parts: SnapshotParts,
): ReadonlyMap<number, readonly NoteFile[]> {
	const inParts = new Map<number, NoteFile[]>();
	for (const { path, stat } of files) {
		const part = parts.partOf(path);
		const file = { path, ctime: stat.ctime, mtime: stat.mtime, size: stat.size };
		addToGroup(inParts, part, file);
	}
	return inParts;
}

/** Gives the paths of the notes that are as they were. */
function restoreIndex(
	text: string,
	inside: readonly NoteFile[],
	{ index, parts, report }: RestoreInto,
): ReadonlySet<string> {
	const absent = new Set(index.restore(text, inside));
	const current = inside.map(({ path }) => path).filter((path) => !absent.has(path));
	for (const path of current) parts.keep(path);
	report();
	return new Set(current);
}

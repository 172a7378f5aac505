import { writeSnapshot } from "../../core/index/snapshot";
import type { VaultIndex } from "../../core/index/vault-index";
import type { LibraryKeeper } from "./library-keeper";
import type { SnapshotStore } from "./snapshot-store";

/**
 * Number of parts that the kept index is cut into: an edit writes one of them, and no part holds the window up. What the library keeps
 * of the same notes is the part that many numbers on.
 */
export const PARTS = 128;

/** What is kept. */
interface Kept {
	readonly index: VaultIndex;
	readonly library: LibraryKeeper | undefined;
}

/** Which notes are kept in which part, and which parts have to be written anew. */
export interface SnapshotParts {
	/** The part of a note's record. */
	partOf(path: string): number;
	/** Notes that a note was read or moved, or is gone. */
	change(path: string): void;
	/** Notes that a record was taken over as it was kept. */
	keep(path: string): void;
	/** Whether there is something to save. */
	readonly changed: boolean;
	/** Writes the changed parts; `breathe` is called before each. */
	save(store: SnapshotStore, kept: Kept, breathe: () => Promise<void>): Promise<void>;
}

/** Starts with no notes and nothing to save. */
export function createSnapshotParts(): SnapshotParts {
	const paths = new Map<number, Set<string>>();
	const dirty = new Set<number>();
	const keep = (path: string): void => {
		const part = hashPath(path);
		const inside = paths.get(part);
		if (inside === undefined) paths.set(part, new Set([path]));
		else inside.add(path);
	};
	return {
		partOf: hashPath,
		keep,
		change(path) {
			keep(path);
			dirty.add(hashPath(path));
		},
		get changed() {
			return dirty.size > 0;
		},
		async save(store, { index, library }, breathe) {
			const parts = [...dirty];
			dirty.clear();
			for (const part of parts) {
				await breathe();
				const inside = paths.get(part) ?? new Set();
				const text = writePart(index, inside);
				const said = text === undefined ? undefined : library?.write(inside);
				// What the index says is current must not be older in the library, wherever saving stops.
				await store.save(part + PARTS, said);
				await store.save(part, text);
			}
		},
	};
}

/** A part's text; undefined where none of its notes is left. Paths of notes that are gone are forgotten. */
function writePart(index: VaultIndex, paths: Set<string>): string | undefined {
	const records = [...paths].flatMap((path) => {
		const note = index.note(path);
		if (note === undefined) paths.delete(path);
		return note === undefined ? [] : [note.record];
	});
	return records.length === 0 ? undefined : writeSnapshot(records);
}

function hashPath(path: string): number {
	let hash = 0;
	for (let at = 0; at < path.length; at++) hash = (hash * 31 + path.charCodeAt(at)) | 0;
	return (hash >>> 0) % PARTS;
}

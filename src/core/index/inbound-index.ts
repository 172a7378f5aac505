import { linkKey, pathOfTarget } from "./link-resolver";
import type { NoteRecord } from "./note-record";

/**
 * Finds the notes that may link to a note, by the name their links use.
 *
 * What a link means can change whenever any note appears or goes, so that is worked out when asked; only names are kept.
 */
export interface InboundIndex {
	add(record: NoteRecord): void;
	remove(record: NoteRecord): void;
	/** Paths of notes with a link whose target has the name of that path, in no fixed order. */
	candidates(path: string): Iterable<string>;
}

/** Gives an empty inbound index. */
export function createInboundIndex(): InboundIndex {
	const byName = new Map<string, Set<string>>();
	return {
		add(record) {
			if (record.links.length === 0) return;
			for (const { target } of record.links) {
				const key = keyOf(target, record.path);
				const found = byName.get(key);
				if (found === undefined) byName.set(key, new Set([record.path]));
				else found.add(record.path);
			}
		},
		remove(record) {
			for (const { target } of record.links) {
				const key = keyOf(target, record.path);
				const found = byName.get(key);
				found?.delete(record.path);
				if (found?.size === 0) byName.delete(key);
			}
		},
		candidates: (path) => byName.get(linkKey(path)) ?? [],
	};
}

/** A link without a path leads to the note it stands in. */
function keyOf(target: string, source: string): string {
	const path = pathOfTarget(target);
	return linkKey(path === "" ? source : path);
}

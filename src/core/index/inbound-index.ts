import { createGroups } from "./groups";
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
	const byName = createGroups<string>();
	return {
		add({ links, path }) {
			for (const { target } of links) byName.add(linkKeyIn(target, path), path);
		},
		remove({ links, path }) {
			for (const { target } of links) byName.remove(linkKeyIn(target, path), path);
		},
		candidates: (path) => byName.get(linkKey(path)),
	};
}

/** Gives the name of the notes that a link in the note at `source` may mean; one without a path leads to that note. */
export function linkKeyIn(target: string, source: string): string {
	const path = pathOfTarget(target);
	return linkKey(path === "" ? source : path);
}

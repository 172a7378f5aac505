import type { NoteSection } from "../document/parse-note";
import { parseNote } from "../document/parse-note";
import type { UpstreamEntry } from "./upstream-section";
import { findUpstreamSection, readUpstreamEntry } from "./upstream-section";

/** A place of a note where upstream and the person do not agree, as the note's section on upstream tells it. */
export interface NoteConflict extends UpstreamEntry {
	/** Number of the entry among those of the section, from 0. */
	readonly index: number;
	/** The property that it is about, null where it is a section. */
	readonly property: string | null;
}

/** Lists the conflicts that a note tells of; entries that a person rewrote are theirs, and are none. */
export function listConflicts(text: string): readonly NoteConflict[] {
	return listEntries(parseNote(text).sections).flatMap((section, index) => {
		const entry = readUpstreamEntry(section);
		if (entry === undefined) return [];
		const property = /^Property (.+)$/.exec(entry.title)?.[1] ?? null;
		return [{ ...entry, index, property: entry.language === "yaml" ? property : null }];
	});
}

/** The sections of a note's entries. */
function listEntries(sections: readonly NoteSection[]): readonly NoteSection[] {
	const place = findUpstreamSection(sections);
	return place === undefined ? [] : sections.slice(place.first + 1, place.first + place.count);
}

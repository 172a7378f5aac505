import type { FolderSettings } from "../model/settings";
import { hashText } from "../notes/bases/hash-text";
import type { BaseEntry } from "../notes/bases/pack-bases";
import type { ForeignNote } from "../notes/foreign/foreign-note";
import type { ForeignRecords } from "./foreign-records";
import type { SourceBases } from "./import-bases";
import { openSourceBases, planBases } from "./import-bases";
import type { ImportHost, PlannedBases } from "./import-plan";
import type { Tally } from "./tally";

/** Remembers which text of other vaults was added, so that what the person changed or deleted since does not come back. */
export interface ForeignMemory {
	/** The other vaults' notes about something (by `keyOf`), or none where their text is the one that was added before. */
	take(key: string): readonly ForeignNote[];
	/** Whether a merge base with this hash is what other vaults' notes made of a note, and not what a source of more weight did. */
	isDraft(key: string, hash: string): boolean;
	/** Remembers what other vaults' notes make of a note. */
	keepDraft(key: string, text: string): void;
	/** What is to be remembered after this import; undefined where that does not change. */
	plan(folders: FolderSettings): PlannedBases | undefined;
}

/** Other vaults' notes, by `keyOf` what they are about. */
type ForeignNotes = ReadonlyMap<string, ForeignRecords["notes"]>;

/** Where it is remembered, beside the kinds of sources. */
export const FOREIGN_SOURCE = "other-vaults";

/** Opens the memory; it lies among the merge bases, and an import without other vaults' notes does not touch it. */
export async function openForeignMemory(
	foreign: ForeignNotes,
	tally: Tally,
	host: ImportHost,
): Promise<ForeignMemory> {
	if (foreign.size === 0) return NOTHING;
	const { bases, problems } = await openSourceBases(
		host.notes,
		host.codec,
		host.folders,
		FOREIGN_SOURCE,
	);
	tally.tell(problems);
	return createMemory(foreign, bases);
}

const NOTHING: ForeignMemory = {
	take: () => [],
	isDraft: () => false,
	keepDraft: () => undefined,
	plan: () => undefined,
};

/** What a draft is remembered under, beside the text that it was made of. */
function draftKey(key: string): string {
	return `draft ${key}`;
}

function createMemory(foreign: ForeignNotes, bases: SourceBases): ForeignMemory {
	const written = new Map<string, BaseEntry>();
	return {
		take(key) {
			const notes = foreign.get(key) ?? [];
			if (notes.length === 0) return notes;
			const text = notes.map((note) => note.text).join("\n");
			if (bases.committed.hashOf(key) === hashText(text)) return [];
			written.set(key, { path: notes[0]?.file ?? "", text });
			return notes;
		},
		isDraft: (key, hash) => bases.committed.hashOf(draftKey(key)) === hashText(hash),
		keepDraft: (key, text) => void written.set(draftKey(key), { path: "", text: hashText(text) }),
		plan: (folders) => planBases(folders, bases, new Map(), written),
	};
}

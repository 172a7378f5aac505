import type { FolderSettings } from "../model/settings";
import { hashText } from "../notes/bases/hash-text";
import type { BaseEntry } from "../notes/bases/pack-bases";
import type { ForeignNote } from "../notes/shapes/foreign-note";
import type { ForeignRecords } from "./foreign-records";
import type { SourceBases } from "./import-bases";
import { openSourceBases, planBases } from "./import-bases";
import type { ImportHost, PlannedBases } from "./import-plan";
import type { Tally } from "./tally";

/** Remembers which text of other vaults was added, so that what the person changed or deleted since does not come back. */
export interface ForeignMemory {
	/** The other vaults' notes about something (by `keyOf`), or none where their text is the one that was added before. */
	take(key: string): readonly ForeignNote[];
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
	if (foreign.size === 0) return { take: () => [], plan: () => undefined };
	const { bases, problems } = await openSourceBases(
		host.notes,
		host.codec,
		host.folders,
		FOREIGN_SOURCE,
	);
	tally.tell(problems);
	return createMemory(foreign, bases);
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
		plan: (folders) => planBases(folders, bases, new Map(), written),
	};
}

import { applyImport } from "../src/core/ingest/apply-import";
import type { ImportHost, ImportSources } from "../src/core/ingest/import-plan";
import { planImport } from "../src/core/ingest/plan-import";
import type { ImportResult } from "../src/core/model/import-result";
import { DEFAULT_FOLDERS } from "../src/core/model/settings";
import { createFixedClock } from "../src/core/ports/clock";
import type { MemoryNotes } from "../src/core/ports/memory-notes";
import { createMemoryNotes } from "../src/core/ports/memory-notes";
import { createMemorySource } from "../src/core/ports/memory-sources";
import type { NoteStore } from "../src/core/ports/notes";
import { SILENT_PROGRESS } from "../src/core/ports/progress";
import { createNodeCodec } from "../src/node/codec";
import type { Sources } from "./load-sources";

/** What an import needs, over any vault, with a clock that stands still. */
export function createHost(notes: NoteStore): ImportHost {
	return {
		notes,
		codec: createNodeCodec(),
		clock: createFixedClock("2026-03-01T09:30:00.000Z"),
		progress: SILENT_PROGRESS,
		folders: DEFAULT_FOLDERS,
	};
}

/** Opens sources in memory. */
export function openSources(sources: Sources): ImportSources {
	return {
		attack: [createMemorySource("attack", sources.attack)],
		rules: [createMemorySource("rules", sources.rules)],
		atomics: [createMemorySource("atomics", sources.atomics)],
		notes: [],
	};
}

/** Imports sources into a vault. */
export async function importInto(notes: NoteStore, sources: Sources): Promise<ImportResult> {
	const host = createHost(notes);
	return applyImport(await planImport(openSources(sources), host), host);
}

/** Makes a vault of the sources' notes in memory. */
export async function makeVault(sources: Sources): Promise<MemoryNotes> {
	const vault = createMemoryNotes();
	await importInto(vault, sources);
	return vault;
}

/** Notes of a vault by path, without reports. */
export function listNotes(vault: MemoryNotes): [string, string][] {
	return [...vault.notes].filter(([path]) => !path.includes("/Reports/"));
}

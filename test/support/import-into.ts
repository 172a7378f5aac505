import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { applyImport } from "../../src/core/ingest/apply-import";
import type { ImportHost, ImportPlan, ImportSources } from "../../src/core/ingest/import-plan";
import { planImport } from "../../src/core/ingest/plan-import";
import type { ImportResult } from "../../src/core/model/import-result";
import { DEFAULT_FOLDERS } from "../../src/core/model/settings";
import { createFixedClock } from "../../src/core/ports/clock";
import { createMemorySource } from "../../src/core/ports/memory-sources";
import type { NoteStore } from "../../src/core/ports/notes";
import { SILENT_PROGRESS } from "../../src/core/ports/progress";
import { createTestCodec } from "./codec";

/** Sources by kind: paths to texts. */
export interface TestSources {
	readonly attack?: Readonly<Record<string, string | Uint8Array>>;
	readonly rules?: Readonly<Record<string, string | Uint8Array>>;
	readonly atomics?: Readonly<Record<string, string | Uint8Array>>;
	readonly notes?: Readonly<Record<string, string | Uint8Array>>;
}

/** A host over a vault in memory, whose clock stands still. */
export function createTestHost(notes: NoteStore): ImportHost {
	return {
		notes,
		codec: createTestCodec(),
		clock: createFixedClock("2026-03-01T09:30:00.000Z"),
		progress: SILENT_PROGRESS,
		folders: DEFAULT_FOLDERS,
	};
}

/** Opens sources in memory. */
export function openSources(sources: TestSources): ImportSources {
	const open = (name: keyof TestSources) =>
		sources[name] === undefined ? [] : [createMemorySource(name, sources[name])];
	return {
		attack: open("attack"),
		rules: open("rules"),
		atomics: open("atomics"),
		notes: open("notes"),
	};
}

/** Plans and applies an import. */
export async function importInto(
	notes: NoteStore,
	sources: TestSources,
	host: ImportHost = createTestHost(notes),
): Promise<{ readonly plan: ImportPlan; readonly result: ImportResult }> {
	const plan = await planImport(openSources(sources), host);
	return { plan, result: await applyImport(plan, host) };
}

/** Reads a folder's files as a source, by their paths below it. */
export function readFolder(folder: string): Record<string, string> {
	const files: Record<string, string> = {};
	const walk = (path: string): void => {
		for (const entry of readdirSync(path, { withFileTypes: true })) {
			const full = join(path, entry.name);
			if (entry.isDirectory()) walk(full);
			else files[relative(folder, full).replaceAll("\\", "/")] = readFileSync(full, "utf8");
		}
	};
	walk(folder);
	return files;
}

/** The samples that ship with the repository. */
export function readSamples(): Required<Pick<TestSources, "attack" | "rules" | "atomics">> {
	return {
		attack: readFolder("samples/attack"),
		rules: readFolder("samples/rules"),
		atomics: readFolder("samples/atomics"),
	};
}

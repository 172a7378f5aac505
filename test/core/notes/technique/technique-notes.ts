import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { expect } from "vitest";
import type { AttackCatalog } from "../../../../src/core/model/attack";
import type { NoteDraft } from "../../../../src/core/model/note";
import { DEFAULT_FOLDERS, type FolderSettings } from "../../../../src/core/model/settings";
import { writeNote } from "../../../../src/core/notes/front-matter/write-properties";
import { draftTechniqueNote } from "../../../../src/core/notes/technique/draft-technique-note";
import { createTechniqueNoteContext } from "../../../../src/core/notes/technique/note-context";
import { techniqueBaseName } from "../../../../src/core/notes/technique/technique-title";

/** The drafts of a catalogue's techniques in a vault that holds just them, by id. */
export function draftAll(
	catalog: AttackCatalog,
	folders: FolderSettings = DEFAULT_FOLDERS,
): Map<string, NoteDraft> {
	const names = new Map(catalog.techniques.map((one) => [one.id, techniqueBaseName(one)]));
	const context = createTechniqueNoteContext(catalog, {
		folders,
		linkTo: (kind, id) => (kind === "technique" ? names.get(id) : undefined),
	});
	return new Map(catalog.techniques.map((one) => [one.id, draftTechniqueNote(one, context)]));
}

/** The whole text of a draft's note. */
export function noteText(draft: NoteDraft | undefined): string {
	if (draft === undefined) throw new Error("There is no such note");
	return writeNote(draft.properties, draft.body);
}

const folder = resolve(import.meta.dirname, "../../../fixtures/attack/expected");

/** Compares a note with the one that is kept; `RECORD_EXPECTED=1` writes it instead, and its diff is to be read. */
export function expectNote(name: string, text: string): void {
	const path = resolve(folder, name);
	if (process.env["RECORD_EXPECTED"] === "1") {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	}
	expect(existsSync(path), `${name} is not kept`).toBe(true);
	expect(text).toBe(readFileSync(path, "utf8"));
}

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { identifyNote } from "../../../../src/core/notes/identity/identify-note";
import type { IdentifyOptions } from "../../../../src/core/notes/identity/identify-note";
import type { ForeignNote } from "../../../../src/core/notes/foreign/foreign-note";
import type { NoteIdentity } from "../../../../src/core/notes/identity/note-identity";
import { readForeignNote } from "../../../../src/core/notes/foreign/read-foreign-note";
import type { ForeignReading } from "../../../../src/core/notes/foreign/read-foreign-note";

const folder = resolve(import.meta.dirname, "../../../fixtures/notes");

export const CATALOGUE_TECHNIQUE =
	"catalogue/Use Cases/T1070.003 - Indicator Removal- Clear Command History.md";
export const CATALOGUE_RULE = "catalogue/Detection Rules/lnx_history_emptied.md";
export const CATALOGUE_RUNBOOK =
	"catalogue/Testing Runbooks/T1070.003 - Indicator Removal- Clear Command History.md";
export const CALLOUT_TECHNIQUE =
	"callout/Techniques/Enterprise attack/Stealth/Indicator Removal/Clear Command History - T1070.003.md";

export function readNote(path: string): string {
	return readFileSync(join(folder, path), "utf8");
}

export function identifyFixture(path: string, options: IdentifyOptions = {}): NoteIdentity {
	return identifyNote(path, readNote(path), options);
}

export function readForeignFixture(path: string): ForeignReading {
	return readForeignNote({ file: `vault/${path}`, path, text: readNote(path) });
}

/** The note of a fixture that must give one. */
export function foreignOf(path: string): ForeignNote {
	const reading = readForeignFixture(path);
	if (reading.kind !== "note") throw new Error(`${path}: ${reading.reason}`);
	return reading.note;
}

/** Reads a text as another vault's note. */
export function foreignFrom(path: string, text: string): ForeignNote {
	const reading = readForeignNote({ file: path, path, text });
	if (reading.kind !== "note") throw new Error(`${path}: ${reading.reason}`);
	return reading.note;
}

import { applyUndo } from "../../src/core/ingest/undo/apply-undo";
import { planUndo } from "../../src/core/ingest/undo/plan-undo";
import type { UndoHost, UndoResult } from "../../src/core/ingest/undo/undo-plan";
import type { MemoryNotes } from "../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../src/core/ports/memory-notes";
import { createTestHost } from "./import-into";

/** Plans and applies an undo. */
export async function undoIn(
	vault: MemoryNotes,
	host: UndoHost = createTestHost(vault),
): Promise<UndoResult> {
	return applyUndo(await planUndo(host), host);
}

/** Copies a vault in memory. */
export function cloneVault({ notes, data }: MemoryNotes): MemoryNotes {
	const copy = createMemoryNotes();
	for (const [path, text] of notes) copy.notes.set(path, text);
	for (const [path, bytes] of data) copy.data.set(path, bytes);
	return copy;
}

/** All of a vault but import reports, journals and what is remembered of sources, in order of path. */
export function contentOf({ notes, data }: MemoryNotes): [string, string][] {
	const decoder = new TextDecoder("latin1");
	return [
		...[...notes].filter(([path]) => !path.includes("/Reports/")),
		...[...data]
			.filter(([path]) => !path.includes(".journal") && !path.endsWith(".memory"))
			.map(([path, bytes]): [string, string] => [path, decoder.decode(bytes)]),
	].sort(([a], [b]) => (a < b ? -1 : 1));
}

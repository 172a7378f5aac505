import { expect, test } from "vitest";
import { isRetired } from "../../../src/core/panels/retired-rules";
import { readNoteRecord } from "../../../src/core/index/read-note-record";
import type { LibraryEntry } from "../../../src/core/library/library-entry";
import { readLibraryEntry } from "../../../src/core/library/read-library-entry";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { importInto } from "../../support/import-into";
import { collectionNote, writeCollection } from "../../support/rule-collection";

async function importTwice(second: readonly number[]): Promise<LibraryEntry | undefined> {
	const vault = createMemoryNotes();
	for (const numbers of [[0, 1, 2, 3, 4, 5], second])
		await importInto(vault, { rules: writeCollection("sigma", numbers) });
	const path = collectionNote(3);
	const text = vault.notes.get(path) ?? "";
	return readLibraryEntry(
		readNoteRecord(path, text, { ctime: 0, mtime: 0, size: 0 }),
		text,
		createRuleKnowledge([]),
	);
}

test("a rule that is no longer in its source is none that its vendor keeps", async () => {
	const there = await importTwice([0, 1, 2, 3, 4, 5]);
	const gone = await importTwice([0, 1, 2, 4, 5]);
	expect([there, gone].map((entry) => entry?.kind === "rule" && isRetired(entry))).toEqual([
		false,
		true,
	]);
});

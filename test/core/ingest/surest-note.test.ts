import { expect, test } from "vitest";
import { keyOf } from "../../../src/core/ingest/choose-paths";
import { scanVault } from "../../../src/core/ingest/scan-vault";
import { DEFAULT_FOLDERS } from "../../../src/core/model/settings";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { SILENT_PROGRESS } from "../../../src/core/ports/progress";

const STATED = "---\nattack_id: T1105\n---\n";
const MARKED = "---\nurl: https://attack.mitre.org/techniques/T1105\n---\n";

/** Where the note of T1105 is found, and what is told of others. */
async function findNote(notes: Readonly<Record<string, string>>, written?: string) {
	const key = keyOf("technique", "T1105");
	const state = await scanVault(
		createMemoryNotes(notes),
		DEFAULT_FOLDERS,
		SILENT_PROGRESS,
		(id) => id,
		{ writtenPaths: new Map(written === undefined ? [] : [[key, written]]) },
	);
	return [state.notes.get(key)?.path, state.problems.map(({ code, file }) => `${code} ${file}`)];
}

test.each([
	["the one that states its id", { "Techniques/T1105.md": MARKED, "old/T1105.md": STATED }],
	["the one that states its id", { "old/T1105.md": STATED, "Techniques/T1105.md": MARKED }],
])("of two notes about one technique %s is its note, wherever both lie", async (_what, notes) => {
	const told = ["note-duplicate Techniques/T1105.md"];
	expect(await findNote(notes)).toEqual(["old/T1105.md", told]);
});

test("of equally sure notes it is the one that an import wrote, then the one in the folder of techniques, then the one in no archive", async () => {
	const [inbox, home] = ["Inbox/T1105.md", "Techniques/T1105.md"];
	const both = { [inbox]: STATED, [home]: STATED };
	expect(await findNote(both, inbox)).toEqual([inbox, [`note-duplicate ${home}`]]);
	expect(await findNote(both)).toEqual([home, [`note-duplicate ${inbox}`]]);
	const archive = "Archive/T1105.md";
	expect(await findNote({ [archive]: STATED, [inbox]: STATED })).toEqual([
		inbox,
		[`note-duplicate ${archive}`],
	]);
});

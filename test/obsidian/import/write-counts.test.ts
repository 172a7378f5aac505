import { expect, it } from "vitest";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { countWriting } from "../../../src/obsidian/import/write-counts";
import { plannedNote, planOf } from "../support/import";

it("counts by what was planned of each note, and what could not be written", async () => {
	const plan = planOf([
		plannedNote("new.md"),
		plannedNote("same.md", { action: "unchanged", before: "x", after: "x" }),
		plannedNote("changed.md", { action: "update", before: "a", after: "b" }),
		plannedNote("edited.md", { action: "update", before: "a", after: "b" }),
		plannedNote("both.md", { action: "conflict", before: "a", after: "b" }),
	]);
	const vault = createMemoryNotes({ "changed.md": "a", "edited.md": "mine", "both.md": "a" });
	const { notes, counts } = countWriting(plan, vault);
	await notes.writeNote("new.md", "# new", undefined);
	await notes.writeNote("changed.md", "b", "a");
	await notes.writeNote("edited.md", "b", "a");
	await notes.writeNote("both.md", "b", "a");
	await notes.writeNote("Reports/today.md", "report", undefined);
	expect(counts({ stage: "write", done: 6, total: 6, detail: "" })).toEqual({
		...{ created: 1, updated: 1, conflicts: 1, failed: 1, unchanged: 1 },
	});
});

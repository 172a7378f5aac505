import type { App, TFile } from "obsidian";
import { expect, it } from "vitest";
import { readNotes } from "../../../src/obsidian/indexing/read-notes";

it("a note that is written while it is read counts as it was before", async () => {
	const file = { path: "Work.md", stat: { ctime: 1, mtime: 10, size: 4 } };
	const app = {
		vault: {
			cachedRead: () => {
				file.stat = { ctime: 1, mtime: 20, size: 5 };
				return Promise.resolve("Old.");
			},
		},
	};
	const read = [];
	for await (const { stat, text } of readNotes(app as unknown as App, [file as unknown as TFile]))
		read.push({ stat, text });
	expect(read).toEqual([{ stat: { ctime: 1, mtime: 10, size: 4 }, text: "Old." }]);
});

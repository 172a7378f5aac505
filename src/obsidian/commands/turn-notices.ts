import { Notice } from "obsidian";
import type { NoteStore } from "../../core/ports/notes";
import type { Texts } from "../text/en";
import { reverseNotes, writeNotes, type WrittenNotes } from "./turn-blocks";

/** Tells what became of the notes; what was written can be undone for as long as the notice stands. */
export function tellTurned(
	result: WrittenNotes,
	store: Pick<NoteStore, "writeNote">,
	texts: Texts["convert"],
): void {
	const { written } = result;
	const blocks = written.reduce((sum, note) => sum + note.blocks, 0);
	const content = createFragment();
	content.createSpan({ text: describe(texts.turned(blocks, written.length), result, texts) });
	if (written.length > 0) {
		const button = content.createEl("button", { text: texts.undo, cls: "detection-vault-undo" });
		button.addEventListener("click", () => void undo(result, store, texts));
	}
	// A notice for good: whoever turned a thousand blocks looks at some before they are sure.
	new Notice(content, 0);
}

async function undo(
	{ written }: WrittenNotes,
	store: Pick<NoteStore, "writeNote">,
	texts: Texts["convert"],
): Promise<void> {
	const result = await writeNotes(reverseNotes(written), store);
	new Notice(describe(texts.undone(result.written.length), result, texts));
}

function describe(
	done: string,
	{ changed, failed }: WrittenNotes,
	texts: Texts["convert"],
): string {
	const parts = [done];
	if (changed.length > 0) parts.push(texts.changed(changed.length));
	for (const { path, reason } of failed.slice(0, 3)) parts.push(texts.failed(path, reason));
	return parts.join(" ");
}

import type { MemoryNotes } from "../src/core/ports/memory-notes";
import { listNotes } from "./draft-notes";
import { joinLines, splitNote } from "./note-lines";
import { editAsPerson } from "./person-edits";
import type { Random } from "./random";

/** What a person did to a vault. */
export interface VaultEdits {
	/** Notes that they deleted. */
	readonly deleted: readonly string[];
	readonly edited: number;
	readonly moved: number;
}

/** Edits, moves, renames and deletes about one note in `times`, and writes a note of their own. */
export function editVault(
	vault: MemoryNotes,
	random: Random,
	mark: string,
	times: number,
): VaultEdits {
	const deleted: string[] = [];
	let edited = 0;
	let moved = 0;
	for (const [path, text] of listNotes(vault)) {
		if (!random.oneIn(times)) continue;
		switch (random.below(12)) {
			case 0:
				vault.notes.delete(path);
				deleted.push(path);
				break;
			case 1:
				vault.notes.delete(path);
				vault.notes.set(`Mine/${mark} ${moved++}.md`, text);
				break;
			default: {
				const isWindows = text.includes("\r\n");
				const note = splitNote(text.replaceAll("\r\n", "\n"), random.below(1000) / 1000);
				editAsPerson(note, random, `${mark}s${edited++}`);
				const joined = joinLines(note);
				vault.notes.set(
					path,
					isWindows || random.oneIn(9) ? joined.replaceAll("\n", "\r\n") : joined,
				);
			}
		}
	}
	vault.notes.set(`Mine/${mark}.md`, `# Own note ${mark}\n\nText.\n`);
	return { deleted, edited, moved };
}

import type { TFile } from "obsidian";
import { createVaultIndex } from "../../core/index/vault-index";
import type { LibraryKeeper } from "./library-keeper";
import type { ReadNote } from "./read-notes";
import { createSnapshotParts } from "./snapshot-parts";

/** The notes that were read: their index, the library that panels are worked out from, and what of both is to be kept. */
export class HeldNotes {
	readonly index = createVaultIndex();
	readonly parts = createSnapshotParts();
	/** Undefined until it is known what rules are understood with. */
	keeper: LibraryKeeper | undefined;

	constructor(keeper?: LibraryKeeper) {
		this.keeper = keeper;
	}

	/** Takes in a note as it was read; the library may be another one, that is to take the place of its own. */
	put({ file, stat }: ReadNote, text: string, keeper = this.keeper): void {
		const { ctime, mtime, size } = stat;
		this.index.put(file.path, text, { ctime, mtime, size });
		const note = this.index.note(file.path);
		if (note !== undefined) keeper?.put(note.record, text);
		this.parts.change(file.path);
	}

	/** Forgets a note. */
	drop(path: string): void {
		this.keeper?.remove(path);
		if (this.index.remove(path)) this.parts.change(path);
	}

	/** Moves a note that is otherwise as it was; gives false where it has to be read. */
	move(from: string, file: TFile): boolean {
		const record = this.index.note(from)?.record;
		if (record?.mtime !== file.stat.mtime || record.size !== file.stat.size) return false;
		// A title or a technique may stand in the note's name alone.
		const isNamed = this.keeper?.sources.library.entry(from) !== undefined;
		if (isNamed && !`/${from}`.endsWith(`/${file.name}`)) return false;
		this.parts.change(from);
		this.parts.change(file.path);
		this.keeper?.rename(from, file.path);
		return this.index.rename(from, file.path);
	}

	/** Puts another library in the place of its own. */
	exchange(keeper: LibraryKeeper): void {
		this.keeper = keeper;
		// Parts that were saved meanwhile hold what was understood before.
		for (const { path } of this.index.notes()) this.parts.change(path);
	}
}

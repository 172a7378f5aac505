import type { WrittenKind } from "../../model/note";
import type { FolderSettings } from "../../model/settings";
import type { Problem } from "../../model/problem";
import type { Codec } from "../../ports/codec";
import type { ImportLock } from "../../ports/import-lock";
import type { NoteStore } from "../../ports/notes";
import type { Progress } from "../../ports/progress";
import type { Journal, JournalNote } from "./journal";

/** Everything an undo needs from outside. */
export interface UndoHost {
	readonly notes: NoteStore;
	readonly codec: Codec;
	readonly progress: Progress;
	readonly folders: FolderSettings;
	/** Keeps imports out while the undo writes; none where nobody else can reach the vault. */
	readonly lock?: ImportLock | undefined;
}

/** A note that still is what the import wrote. */
export interface UndoneNote {
	readonly note: JournalNote;
	/** Where it is now: a person may have moved it. */
	readonly path: string;
	/** Whether it gets back its former text, or is taken away since the import made it. */
	readonly action: "restore" | "delete";
}

/** A note that is left as it is, since a person changed or deleted it after the import. */
export interface RefusedNote {
	readonly kind: WrittenKind;
	readonly id: string;
	/** Where it is, or was. */
	readonly path: string;
	readonly reason: "edited" | "deleted";
}

/** What an undo would do, before it does anything. */
export interface UndoPlan {
	/** What the import changed; undefined where there is nothing to undo. */
	readonly journal: Journal | undefined;
	/** Whether the import did not end, or an earlier undo did not. */
	readonly isPending: boolean;
	/** In the journal's order. */
	readonly notes: readonly UndoneNote[];
	/** In the journal's order. */
	readonly refused: readonly RefusedNote[];
	/** Notes that the import made, or was to make, and that are not there: a person deleted them, or it was killed before. */
	readonly gone: readonly JournalNote[];
	readonly problems: readonly Problem[];
	/** True where the plan was cut short because the person stopped it; such a plan may not be applied. */
	readonly cancelled: boolean;
}

/** What an undo did. */
export interface UndoResult {
	/** When the import began that was undone, ISO 8601 in UTC; null where there was nothing to undo. */
	readonly imported: string | null;
	/** Paths of notes that got back their former text. */
	readonly restored: readonly string[];
	/** Paths of notes that the import had made and that were taken away. */
	readonly deleted: readonly string[];
	readonly refused: readonly RefusedNote[];
	readonly problems: readonly Problem[];
	/** Whether all was done; else the undo can be repeated, and goes on where it stopped. */
	readonly isWhole: boolean;
}

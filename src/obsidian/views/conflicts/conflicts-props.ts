import type { ConflictChoice } from "../../../core/notes/merge/resolve-conflict";
import type { DeskState } from "../../conflicts/conflict-desk";
import type { ConflictNote, ListedConflict } from "../../conflicts/list-conflict-notes";
import type { Texts } from "../../text/en";

/** What the list is given. */
export interface ConflictsProps {
	readonly state: DeskState;
	readonly tab: "notes" | "tuned";
	readonly texts: Texts["conflicts"];
	readonly diffTexts: Texts["import"]["plan"];
	readonly onTab: (tab: "notes" | "tuned") => void;
	readonly onResolve: (note: ConflictNote, item: ListedConflict, choice: ConflictChoice) => void;
	/** Makes one choice for all of them. */
	readonly onResolveAll: (choice: ConflictChoice) => void;
	readonly onUndo: () => void;
	readonly onOpen: (path: string) => void;
}

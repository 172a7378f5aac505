import type { Plugin } from "obsidian";
import type { PropertyEdits } from "../edit/property-edits";
import type { Texts } from "../text/en";

/** Adds the commands that undo edits in tables; each is offered while there is such an edit. */
export function registerEditCommands(
	plugin: Plugin,
	texts: Texts["commands"],
	edits: PropertyEdits,
): void {
	plugin.addCommand({
		id: "undo-table-edit",
		name: texts.undoEdit,
		icon: "undo-2",
		checkCallback: (isChecking) => {
			if (edits.canUndo && !isChecking) edits.undo();
			return edits.canUndo;
		},
	});
	plugin.addCommand({
		id: "redo-table-edit",
		name: texts.redoEdit,
		icon: "redo-2",
		checkCallback: (isChecking) => {
			if (edits.canRedo && !isChecking) edits.redo();
			return edits.canRedo;
		},
	});
}

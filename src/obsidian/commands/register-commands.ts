import type { Plugin } from "obsidian";
import type { Texts } from "../text/en";

/** What the commands set off. */
export interface CommandActions {
	readonly importSources: () => void;
	readonly undoImport: () => void;
	readonly rebuildIndex: () => void;
}

/** Adds the plugin's commands to the palette. */
export function registerCommands(
	plugin: Plugin,
	{ commands }: Texts,
	{ importSources, undoImport, rebuildIndex }: CommandActions,
): void {
	plugin.addCommand({
		id: "import-sources",
		name: commands.importSources,
		icon: "import",
		callback: importSources,
	});
	plugin.addCommand({
		id: "undo-import",
		name: commands.undoImport,
		icon: "undo-2",
		callback: undoImport,
	});
	plugin.addCommand({
		id: "rebuild-index",
		name: commands.rebuildIndex,
		icon: "refresh-cw",
		callback: rebuildIndex,
	});
}

import type { Plugin } from "obsidian";
import type { Texts } from "../text/en";

/** What the commands set off. */
export interface CommandActions {
	readonly importSources: () => void;
	readonly updateSources: () => void;
	readonly undoImport: () => void;
	readonly rebuildIndex: () => void;
	readonly addDashboards: () => void;
}

/** Adds the plugin's commands to the palette. */
export function registerCommands(
	plugin: Plugin,
	{ commands }: Texts,
	{ importSources, updateSources, undoImport, rebuildIndex, addDashboards }: CommandActions,
): void {
	plugin.addCommand({
		id: "import-sources",
		name: commands.importSources,
		icon: "import",
		callback: importSources,
	});
	plugin.addCommand({
		id: "update-sources",
		name: commands.updateSources,
		icon: "refresh-ccw-dot",
		callback: updateSources,
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
	plugin.addCommand({
		id: "add-dashboards",
		name: commands.addDashboards,
		icon: "layout-dashboard",
		callback: addDashboards,
	});
}

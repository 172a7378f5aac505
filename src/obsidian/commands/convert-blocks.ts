import type { Plugin, TFolder } from "obsidian";
import { compareCodeUnits } from "../../core/text/compare";
import type { NoteLookup } from "../../core/index/note-index";
import type { Texts } from "../text/en";
import { BlockFolderModal } from "./block-folder-modal";
import { ConvertModal } from "./convert-modal";

/** Adds the commands that turn Dataview's blocks and embedded searches into tables, after a look at each. */
export function registerConvertCommands(
	plugin: Plugin,
	texts: Texts["convert"],
	index: () => NoteLookup,
): void {
	const { app } = plugin;
	const open = (paths: readonly string[]): void => {
		const surroundings = { isFolder: (path: string) => index().countInFolder(path) > 0 };
		new ConvertModal(app, { paths, surroundings, texts }).open();
	};
	plugin.addCommand({
		id: "turn-blocks-of-note",
		name: texts.commands.note,
		icon: "table-2",
		checkCallback: (isChecking) => {
			const file = app.workspace.getActiveFile();
			if (file?.extension !== "md") return false;
			if (!isChecking) open([file.path]);
			return true;
		},
	});
	plugin.addCommand({
		id: "turn-blocks-of-folder",
		name: texts.commands.folder,
		icon: "table-2",
		callback: () => {
			new BlockFolderModal(app, texts, (folder) => open(listPaths(plugin, folder))).open();
		},
	});
}

function listPaths({ app }: Plugin, folder: TFolder): string[] {
	const start = folder.isRoot() ? "" : `${folder.path}/`;
	return app.vault
		.getMarkdownFiles()
		.map(({ path }) => path)
		.filter((path) => path.startsWith(start))
		.sort(compareCodeUnits);
}

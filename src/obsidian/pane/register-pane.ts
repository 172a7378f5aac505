import type { Plugin } from "obsidian";
import type { BlockParts } from "../blocks/block-child";
import { createPanelRecords } from "../blocks/panel-records";
import { openPane } from "./open-pane";
import { PANE_TYPE, TechniquePane } from "./technique-pane";

/** Adds the technique pane, and the command that opens it. */
export function registerPane(plugin: Plugin, blocks: BlockParts, goToTechnique: () => void): void {
	const { app, indexer, texts } = blocks;
	const parts = {
		...blocks,
		goToTechnique,
		records: createPanelRecords(indexer),
		readNote: async (path: string) => {
			const file = app.vault.getFileByPath(path);
			return file === null ? undefined : app.vault.cachedRead(file);
		},
	};
	plugin.registerView(PANE_TYPE, (leaf) => new TechniquePane(leaf, parts));
	plugin.addCommand({
		id: "open-technique-pane",
		name: texts.commands.openPane,
		icon: "panel-right",
		callback: () => void openPane(app),
	});
}

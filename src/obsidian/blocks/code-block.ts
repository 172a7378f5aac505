import type { MarkdownPostProcessorContext, Plugin } from "obsidian";
import { BlockChild } from "./block-child";
import type { BlockParts } from "./block-child";
import { drawBlock } from "./draw-block";
import type { PanelParts } from "./draw-panel";
import { createPanelRecords } from "./panel-records";

/** The language of the fenced blocks that are the plugin's own. */
const LANGUAGE = "detection-vault";

/** Draws the plugin's own blocks, in reading view and live preview. */
export function registerCodeBlock(plugin: Plugin, parts: BlockParts): void {
	const { app, indexer, language, runbooks, staleBefore } = parts;
	const panels: PanelParts = {
		indexer,
		language,
		runbooks,
		staleBefore,
		records: createPanelRecords(indexer),
		readNote: async (path) => {
			const file = app.vault.getFileByPath(path);
			return file === null ? undefined : app.vault.cachedRead(file);
		},
	};
	plugin.registerMarkdownCodeBlockProcessor(
		LANGUAGE,
		(source: string, el: HTMLElement, context: MarkdownPostProcessorContext) => {
			const child = new BlockChild(el, context.sourcePath, parts, drawBlock(source, panels));
			context.addChild(child);
			return child.whenDrawn;
		},
	);
}

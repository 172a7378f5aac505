import type { MarkdownPostProcessorContext, Plugin } from "obsidian";
import { BlockChild } from "./block-child";
import type { BlockParts } from "./block-child";
import { createVaultNotes } from "../ports/vault-notes";
import { drawBlock } from "./draw-block";
import { createPanelRecords } from "./panel-records";

/** The language of the fenced blocks that are the plugin's own. */
const LANGUAGE = "detection-vault";

/** Draws the plugin's own blocks, in reading view and live preview. */
export function registerCodeBlock(plugin: Plugin, parts: BlockParts): void {
	const { app, indexer, language } = parts;
	const notes = createVaultNotes(app);
	const panels = {
		indexer,
		language,
		records: createPanelRecords(indexer),
		readNote: (path: string) => notes.readNote(path),
	};
	plugin.registerMarkdownCodeBlockProcessor(
		LANGUAGE,
		(source: string, el: HTMLElement, context: MarkdownPostProcessorContext) => {
			context.addChild(new BlockChild(el, context.sourcePath, parts, drawBlock(source, panels)));
		},
	);
}

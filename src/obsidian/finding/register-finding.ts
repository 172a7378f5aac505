import type { Plugin } from "obsidian";
import type { BlockParts } from "../blocks/block-child";
import { openPane } from "../pane/open-pane";
import type { SettingsStore } from "../settings/settings-store";
import { registerPlainIds } from "./link-plain-ids";
import { registerIdPreviews } from "./preview-ids";
import { registerJumps } from "./register-jumps";
import { createTechniqueFinder } from "./technique-finder";
import { TechniqueModal } from "./technique-modal";
import { TechniqueSuggest } from "./technique-suggest";

/** Adds all that finds techniques and leads from note to note; gives what opens the search. */
export function registerFinding(
	plugin: Plugin,
	{ app, indexer, texts }: BlockParts,
	settings: SettingsStore,
): () => void {
	const finder = createTechniqueFinder(indexer);
	const parts = { app, finder, texts: texts.finding };
	const showTechnique = (id: string): void => void openPane(app, id);
	const goToTechnique = (): void => new TechniqueModal({ ...parts, showTechnique }).open();
	plugin.addCommand({
		id: "go-to-technique",
		name: texts.commands.goToTechnique,
		icon: "search",
		callback: goToTechnique,
	});
	registerJumps(plugin, indexer, texts.commands.jumps);
	plugin.registerEditorSuggest(
		new TechniqueSuggest({ ...parts, isWanted: () => settings.current().suggestTechniques }),
	);
	registerPlainIds(plugin, indexer, settings);
	registerIdPreviews(plugin, indexer);
	return goToTechnique;
}

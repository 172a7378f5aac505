import { MarkdownView } from "obsidian";
import type { App, Plugin } from "obsidian";
import type { SettingsStore } from "../settings/settings-store";
import { BlockChild } from "./block-child";
import type { BlockParts } from "./block-child";
import { drawQuery } from "./draw-query";

/** After every code block processor: what Dataview draws is gone by then. */
const ORDER = 1000;

/**
 * Draws `dataview` blocks that nobody else has drawn.
 *
 * A post-processor, and no code block processor: registering a language a second time would stop Dataview from loading.
 */
export function registerDataviewBlocks(
	plugin: Plugin,
	parts: BlockParts,
	settings: SettingsStore,
): void {
	plugin.registerMarkdownPostProcessor((el, context) => {
		if (!settings.current().drawDataviewBlocks) return;
		for (const code of el.querySelectorAll("pre > code.language-dataview")) {
			const fence = code.parentElement;
			if (fence === null) continue;
			const place = createDiv({ cls: "block-language-dataview" });
			fence.replaceWith(place);
			const draw = drawQuery(code.textContent, parts);
			context.addChild(new BlockChild(place, context.sourcePath, parts, draw));
		}
	}, ORDER);
	redrawOnToggle(plugin, settings);
}

/** Notes that are open follow the setting at once. */
function redrawOnToggle(plugin: Plugin, settings: SettingsStore): void {
	let drawn = settings.current().drawDataviewBlocks;
	plugin.register(
		settings.onChange(({ drawDataviewBlocks }) => {
			if (drawDataviewBlocks === drawn) return;
			drawn = drawDataviewBlocks;
			redrawNotes(plugin.app);
		}),
	);
}

function redrawNotes(app: App): void {
	for (const leaf of app.workspace.getLeavesOfType("markdown")) {
		// A view that was never shown is still empty, and draws by the new setting once it is.
		if (leaf.view instanceof MarkdownView) leaf.view.previewMode.rerender(true);
	}
}

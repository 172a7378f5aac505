import { redrawNotes } from "./redraw-notes";
import type { Plugin } from "obsidian";
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
		if (!settings.current().drawDataviewBlocks) return undefined;
		const drawn: Promise<void>[] = [];
		for (const code of el.querySelectorAll("pre > code.language-dataview")) {
			const fence = code.parentElement;
			if (fence === null) continue;
			const place = createDiv({ cls: "block-language-dataview" });
			fence.replaceWith(place);
			const draw = drawQuery(code.textContent, parts);
			const child = new BlockChild(place, context.sourcePath, parts, draw);
			context.addChild(child);
			if (child.whenDrawn !== undefined) drawn.push(child.whenDrawn);
		}
		return drawn.length === 0 ? undefined : Promise.all(drawn);
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

import { normalizePath, Notice } from "obsidian";
import type { App } from "obsidian";
import type { Texts } from "../text/en";

/** Tells a person who has just enabled the plugin how to begin, unless the home folder is there already; writes nothing by itself. */
export function offerStart(
	app: App,
	home: string,
	texts: Texts["dashboards"],
	addDashboards: () => void,
): void {
	if (app.vault.getFolderByPath(normalizePath(home)) !== null) return;
	const content = createFragment((fragment) => {
		fragment.createDiv({ text: texts.offer });
		const button = fragment.createEl("button", { text: texts.offerButton });
		button.addClass("detection-vault-notice-button");
		button.addEventListener("click", addDashboards);
	});
	// It stands until it is clicked: nothing else says how to begin.
	new Notice(content, 0);
}

import { Keymap, Menu } from "obsidian";
import type { App, HoverParent } from "obsidian";
import type { LinkActions } from "./view-host";

/** Under this name Obsidian's page preview knows the plugin's links. */
export const HOVER_SOURCE = "detection-vault";

/** What links of a view do in an app, seen from the note that `sourcePath` gives. */
export function createLinkActions(
	app: App,
	sourcePath: () => string,
	hoverParent: HoverParent,
): LinkActions {
	return {
		open(target, event) {
			const pane = event.type === "auxclick" ? "tab" : Keymap.isModEvent(event);
			void app.workspace.openLinkText(target, sourcePath(), pane);
		},
		preview(target, event, anchor) {
			app.workspace.trigger("hover-link", {
				event,
				source: HOVER_SOURCE,
				hoverParent,
				targetEl: anchor,
				linktext: target,
				sourcePath: sourcePath(),
			});
		},
		showMenu(target, event) {
			const menu = new Menu();
			app.workspace.handleLinkContextMenu(menu, target, sourcePath());
			menu.showAtMouseEvent(event);
		},
		resolves(target) {
			const path = target.split("#")[0] ?? "";
			return path === "" || app.metadataCache.getFirstLinkpathDest(path, sourcePath()) !== null;
		},
	};
}

import type { App } from "obsidian";
import { PANE_TYPE } from "./technique-pane";

/** Brings the pane to the front of the right sidebar; `technique` is what it shows until another note is opened. */
export async function openPane(app: App, technique?: string): Promise<void> {
	const { workspace } = app;
	const leaf = await workspace.ensureSideLeaf(PANE_TYPE, "right", { reveal: true });
	if (technique === undefined) return;
	const { state } = leaf.getViewState();
	await leaf.setViewState({ type: PANE_TYPE, state: { ...state, technique } });
}

import { MarkdownView, type App } from "obsidian";

/** Draws what is open in reading view again, after a setting that its post-processors go by has changed. */
export function redrawNotes(app: App): void {
	for (const leaf of app.workspace.getLeavesOfType("markdown")) {
		// A view that was never shown is still empty, and draws by the new setting once it is.
		if (leaf.view instanceof MarkdownView) leaf.view.previewMode.rerender(true);
	}
}

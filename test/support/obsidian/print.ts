import type { App } from "obsidian";
import { Component, getFrontMatterInfo, MarkdownRenderer } from "obsidian-test-mocks/obsidian";

let printed: Component | undefined;

/**
 * Draws a note into a `.print` element of the page, which shows only on paper, as the export to PDF does: the renderer's promise is all that
 * it waits for.
 */
export async function printNote(app: App, path: string): Promise<void> {
	printed?.unload();
	document.querySelector(".print")?.remove();
	const file = app.vault.getFileByPath(path);
	if (file === null) throw new Error(`There is no file ${path}.`);
	const text = await app.vault.cachedRead(file);
	const component = Component.create__();
	component.load();
	printed = component;
	const place = document.body.createDiv({ cls: "print markdown-preview-view markdown-rendered" });
	const body = text.slice(getFrontMatterInfo(text).contentStart);
	await MarkdownRenderer.render(app as never, body, place, path, component);
}

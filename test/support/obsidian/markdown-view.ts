import type { App, EventRef, TFile } from "obsidian";
import { Component, MarkdownPreviewView, MarkdownView } from "obsidian-test-mocks/obsidian";
import { renderNote } from "./markdown";
import { patch } from "./patch";

interface ViewSelf {
	app: App;
	contentEl: HTMLElement;
	file: TFile | null;
	data: string;
	mode: string;
	state: Record<string, unknown>;
	editor: { setValue(text: string): void };
	/** Holds what the processors of the present rendering have added. */
	rendering__: Component | null;
	/** Renderings follow one another, so that none draws over a later one. */
	queue__: Promise<void>;
	draw__(): Promise<void>;
	addChild(child: Component): unknown;
	removeChild(child: Component): unknown;
	registerEvent(event: EventRef): void;
}

async function drawNote(view: ViewSelf): Promise<void> {
	const { app, file } = view;
	if (view.rendering__ !== null) view.removeChild(view.rendering__);
	view.contentEl.empty();
	view.rendering__ = null;
	if (file === null) return;
	view.data = await app.vault.cachedRead(file);
	view.editor.setValue(view.data);
	const rendering = Component.create__();
	view.rendering__ = rendering;
	view.addChild(rendering);
	const reading = view.contentEl.createDiv({ cls: "markdown-reading-view" });
	const preview = reading.createDiv({ cls: "markdown-preview-view markdown-rendered" });
	const sizer = preview.createDiv({ cls: "markdown-preview-sizer markdown-preview-section" });
	sizer.createDiv({ cls: "inline-title", text: file.basename });
	await renderNote(view.data, sizer, {
		app,
		sourcePath: file.path,
		component: rendering as never,
	});
}

function openClickedLink(view: ViewSelf, event: MouseEvent): void {
	const target = event.target instanceof Element ? event.target : null;
	const link = target?.closest("a.internal-link");
	if (link === null || link === undefined || view.file === null) return;
	event.preventDefault();
	const href = link.getAttribute("data-href") ?? link.getAttribute("href") ?? "";
	const where = event.ctrlKey || event.metaKey ? "tab" : false;
	void view.app.workspace.openLinkText(href, view.file.path, where);
}

/** Makes Markdown views show their note as the reading view does, and follow its edits. */
export function installMarkdownView(): void {
	patch<ViewSelf>(MarkdownView, {
		constructor7__() {
			this.rendering__ = null;
			this.queue__ = Promise.resolve();
			this.mode = "preview";
			this.contentEl.addEventListener("click", (event) => {
				openClickedLink(this, event);
			});
		},
		draw__() {
			this.queue__ = this.queue__.then(() => drawNote(this));
			return this.queue__;
		},
		onload() {
			this.registerEvent(
				this.app.metadataCache.on("changed", (file) => {
					if (file.path === this.file?.path) void this.draw__();
				}),
			);
		},
		async setState(state: { file?: string; mode?: string }) {
			this.file = state.file === undefined ? null : this.app.vault.getFileByPath(state.file);
			this.state = { ...state, mode: "preview" };
			await this.draw__();
		},
		getState() {
			return { ...this.state, file: this.file?.path };
		},
	});
	patch<{ markdownView: ViewSelf }>(MarkdownPreviewView, {
		rerender() {
			void this.markdownView.draw__();
		},
	});
}

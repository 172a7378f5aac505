import { ItemView, MarkdownRenderChild, Modal, Notice, Plugin, PluginSettingTab } from "obsidian";
import type { PluginManifest, SettingDefinitionItem } from "obsidian";
import { describe, expect, it } from "vitest";
import {
	createApp,
	disablePlugin,
	enablePlugin,
	errorsOf,
	openNote,
	openView,
	runCommand,
	settle,
	startApp,
	type VaultFile,
} from "../../support/obsidian/app";
import { openSettingsTab } from "../../support/obsidian/settings-tab";

const manifest: PluginManifest = {
	id: "sample",
	name: "Sample",
	version: "1.0.0",
	minAppVersion: "1.13.0",
	author: "Nobody",
	description: "A plugin for these tests.",
	isDesktopOnly: false,
};

const note = (path: string, data: string): VaultFile => ({ path, data });

class SampleView extends ItemView {
	getViewType(): string {
		return "sample";
	}
	getDisplayText(): string {
		return "Sample view";
	}
	override onOpen(): Promise<void> {
		this.contentEl.setText("drawn");
		return Promise.resolve();
	}
}

class SampleTab extends PluginSettingTab {
	private readonly owner: SamplePlugin;

	constructor(owner: SamplePlugin) {
		super(owner.app, owner);
		this.owner = owner;
	}
	override getSettingDefinitions(): SettingDefinitionItem[] {
		const validate = (value: string): string => (value === "" ? "Needs a name" : "");
		return [
			{ name: "Folder", control: { type: "text", key: "folder", validate } },
			{ name: "Deep", control: { type: "toggle", key: "deep" } },
			{
				name: "Depth",
				visible: () => this.owner.settings.deep,
				control: { type: "dropdown", key: "depth", options: { one: "One", two: "Two" } },
			},
		];
	}
}

class SamplePlugin extends Plugin {
	override settings = { folder: "Rules", deep: false, depth: "one" };
	readonly seen: string[] = [];
	unloaded = 0;

	override onload(): void {
		this.registerView("sample", (leaf) => new SampleView(leaf));
		this.addSettingTab(new SampleTab(this));
		this.addCommand({ id: "greet", name: "Greet", callback: () => new Notice("Hello") });
		this.addRibbonIcon("shield", "Sample", () => this.seen.push("ribbon"));
		this.registerMarkdownCodeBlockProcessor("sample", (source, el, context) => {
			const child = new MarkdownRenderChild(el);
			child.register(() => (this.unloaded += 1));
			context.addChild(child);
			el.createEl("a", { cls: "internal-link", text: source, attr: { "data-href": source } });
		});
		this.registerMarkdownPostProcessor((el, context) => {
			const lines = context.getSectionInfo(el);
			if (el.querySelector("h2") !== null) this.seen.push(`heading in line ${lines?.lineStart}`);
		});
		this.registerEvent(this.app.vault.on("create", (file) => this.seen.push(`+${file.path}`)));
		this.registerEvent(
			this.app.metadataCache.on("changed", (file) => this.seen.push(`~${file.path}`)),
		);
	}
}

describe("the app that plugin tests run in", () => {
	it("tells of existing files before the layout is ready, as Obsidian does", async () => {
		const app = createApp({ files: [note("A.md", "a"), note(".obsidian/app.json", "{}")] });
		const seen: string[] = [];
		app.workspace.onLayoutReady(() => seen.push("ready"));
		app.vault.on("create", (file) => seen.push(file.path));
		await startApp(app, [[SamplePlugin, manifest]]);
		expect(seen).toEqual(["A.md", "ready"]);
	});

	it("renders a note, hands its blocks to the processors and opens clicked links", async () => {
		const body = "---\ntitle: A\n---\n\n## Rules\n\n```sample\nB\n```\n";
		const app = createApp({ files: [note("A.md", body), note("B.md", "Text of B")] });
		const plugin = await enablePlugin(app, SamplePlugin, manifest);
		const leaf = await openNote(app, "A.md");
		const block = leaf.view.containerEl.querySelector(".block-language-sample a");
		expect(block?.textContent).toBe("B");
		expect(plugin.seen).toContain("heading in line 4");
		block?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
		await settle(app);
		expect(app.workspace.getActiveFile()?.path).toBe("B.md");
		expect(leaf.view.containerEl.textContent).toContain("Text of B");
		expect(plugin.unloaded).toBe(1);
		expect(errorsOf(app)).toEqual([]);
	});

	it("draws a note again when it changes", async () => {
		const app = createApp({ files: [note("A.md", "before")] });
		const leaf = await openNote(app, "A.md");
		const file = app.vault.getFileByPath("A.md");
		if (file !== null) await app.vault.modify(file, "after");
		await settle(app);
		await settle(app);
		expect(leaf.view.containerEl.textContent).toContain("after");
	});

	it("builds the views that a plugin registers and takes them away with it", async () => {
		const app = createApp();
		await enablePlugin(app, SamplePlugin, manifest);
		const leaf = await openView(app, "sample");
		expect(leaf.view.containerEl.querySelector(".view-content")?.textContent).toBe("drawn");
		expect(app.workspace.getActiveViewOfType(SampleView)).toBe(leaf.view);
		disablePlugin(app, "sample");
		await enablePlugin(app, SamplePlugin, manifest);
	});

	it("refuses a code block language that is taken", async () => {
		const app = createApp();
		await enablePlugin(app, SamplePlugin, manifest);
		const second = enablePlugin(app, SamplePlugin, { ...manifest, id: "second" });
		await expect(second).rejects.toThrow("registered already");
	});

	it("runs commands and shows notices", async () => {
		const app = createApp();
		await enablePlugin(app, SamplePlugin, manifest);
		expect(runCommand(app, "sample:greet")).toBe(true);
		expect(document.querySelector(".notice")?.textContent).toBe("Hello");
	});

	it("keeps a modal open until it is closed", async () => {
		const modal = new Modal(createApp());
		modal.setTitle("Import").open();
		await new Promise((resolve) => setTimeout(resolve, 5));
		expect(document.querySelector(".modal-container .modal-title")?.textContent).toBe("Import");
		modal.close();
		expect(document.querySelector(".modal-container")).toBeNull();
	});

	it("draws declarative settings whose controls store what a person enters", async () => {
		const app = createApp();
		const plugin = await enablePlugin(app, SamplePlugin, manifest);
		const tab = openSettingsTab(app, "sample");
		const [folder, deep, depth] = Array.from(tab.querySelectorAll<HTMLElement>(".setting-item"));
		expect(depth?.style.display).toBe("none");

		deep?.querySelector<HTMLElement>(".checkbox-container")?.click();
		await settle(app);
		expect(plugin.settings.deep).toBe(true);
		expect(depth?.style.display).toBe("");

		const input = folder?.querySelector("input");
		if (input) {
			input.value = "";
			input.dispatchEvent(new Event("input"));
			await settle(app);
			expect(folder?.textContent).toContain("Needs a name");
			input.value = "Detections";
			input.dispatchEvent(new Event("input"));
			await settle(app);
		}
		expect(plugin.settings.folder).toBe("Detections");
		const stored = await app.vault.adapter.read(".obsidian/plugins/sample/data.json");
		expect(JSON.parse(stored)).toMatchObject({ folder: "Detections", deep: true });
	});
});

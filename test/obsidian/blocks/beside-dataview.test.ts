import type { App, PluginManifest } from "obsidian";
import { Plugin } from "obsidian";
import { describe, expect, it } from "vitest";
import manifest from "../../../manifest.json";
import DetectionVaultPlugin from "../../../src/main";
import { createApp, errorsOf, openNote, settle, startApp } from "../../support/obsidian/app";
import { hostOf } from "../../support/obsidian/host";
import { waitFor } from "../support/plugin";

const TEXT_HOLDERS = "p,h1,h2,h3,h4,h5,h6,li,span,th,td";

/** Registers what the Dataview plugin does, in its way: blocks before all others, inline fields behind them, by writing HTML anew. */
class DataviewStandIn extends Plugin {
	override onload(): void {
		for (const language of ["dataview", "dataviewjs"]) {
			const drawn = this.registerMarkdownCodeBlockProcessor(language, async (_source, el) => {
				await Promise.resolve();
				el.setText(`${language}, drawn by Dataview`);
			});
			drawn.sortOrder = -100;
		}
		this.registerMarkdownPostProcessor((el) => {
			for (const code of el.querySelectorAll("p > code")) code.setText("inline, by Dataview");
		}, -100);
		this.registerMarkdownPostProcessor(async (el) => {
			for (const holder of el.querySelectorAll(TEXT_HOLDERS)) {
				const pretty = holder.innerHTML.replace(/\[(\w+):: ([^\]]+)\]/g, "<b>$1</b> <i>$2</i>");
				await Promise.resolve();
				if (pretty !== holder.innerHTML) writeHtml(holder, pretty);
			}
		}, 100);
	}
}

function writeHtml(el: Element, html: string): void {
	const parsed = new DOMParser().parseFromString(html, "text/html");
	el.replaceChildren(...parsed.body.childNodes);
}

const OURS = [DetectionVaultPlugin, manifest] as const;
const THEIRS = [DataviewStandIn, { ...manifest, id: "dataview", name: "Dataview" }] as const;
const QUERY = "TABLE WITHOUT ID level FROM #detection_rule";
const fence = (language: string): string => `\`\`\`${language}\n${QUERY}\n\`\`\`\n`;

async function start(
	plugins: readonly (readonly [(typeof OURS)[0] | (typeof THEIRS)[0], PluginManifest])[],
): Promise<App> {
	const files = [
		{ path: "Rule.md", data: "---\nlevel: high\ntags: [detection_rule]\n---\n" },
		{ path: "Theirs.md", data: fence("dataview") },
		{ path: "Script.md", data: fence("dataviewjs") },
		{ path: "Own.md", data: fence("detection-vault") },
		{ path: "Day.md", data: "- [ ] Rotate [due:: 2024-03-16]\n" },
		{ path: "Fields.md", data: "```detection-vault\nLIST WITHOUT ID file.tasks.text\n```\n" },
	];
	const app = createApp({ files });
	await startApp(
		app,
		plugins.map(([type, about]) => [type, about]),
	);
	await settle(app);
	return app;
}

describe.each([
	["before it", [OURS, THEIRS]],
	["after it", [THEIRS, OURS]],
] as const)("with the Dataview plugin, loaded %s", (_, plugins) => {
	it("both load", async () => {
		const app = await start(plugins);
		expect([...hostOf(app).plugins.keys()].sort()).toEqual(["dataview", "detection-vault"]);
		expect(errorsOf(app)).toEqual([]);
	});

	it.each([
		["Theirs.md", "dataview, drawn by Dataview"],
		["Script.md", "dataviewjs, drawn by Dataview"],
	])("the blocks of %s stay its own", async (path, text) => {
		const app = await start(plugins);
		const { view } = await openNote(app, path);
		await settle(app);
		expect(view.containerEl.querySelector('[class^="block-language-"]')?.textContent).toBe(text);
		expect(view.containerEl.querySelector("table")).toBeNull();
	});

	it("the plugin's own blocks are drawn", async () => {
		const app = await start(plugins);
		const { view } = await openNote(app, "Own.md");
		const cell = await waitFor(() => view.containerEl.querySelector("tbody td"));
		expect(cell.textContent).toBe("high");
		expect(errorsOf(app)).toEqual([]);
	});

	it("inline fields in the plugin's own blocks stay theirs, and follow the notes", async () => {
		const app = await start(plugins);
		const { view } = await openNote(app, "Fields.md");
		const shown = (text: string): Element | undefined =>
			[...view.containerEl.querySelectorAll("li")].find((item) => item.textContent.includes(text));
		await waitFor(() => shown("Rotate [due:: 2024-03-16]"));
		const note = app.vault.getFileByPath("Day.md");
		if (note === null) throw new Error("the note is there");
		await app.vault.modify(note, "- [ ] Revoke [due:: 2024-03-17]\n");
		await waitFor(() => shown("Revoke [due:: 2024-03-17]"));
		expect(shown("Rotate")).toBeUndefined();
		expect(errorsOf(app)).toEqual([]);
	});
});

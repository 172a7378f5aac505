import type { App, PluginManifest } from "obsidian";
import { Plugin } from "obsidian";
import { describe, expect, it } from "vitest";
import manifest from "../../../manifest.json";
import DetectionVaultPlugin from "../../../src/main";
import { createApp, errorsOf, openNote, settle, startApp } from "../../support/obsidian/app";
import { hostOf } from "../../support/obsidian/host";
import { waitFor } from "../support/plugin";

/** Registers what the Dataview plugin does, in its way. */
class DataviewStandIn extends Plugin {
	override onload(): void {
		for (const language of ["dataview", "dataviewjs"]) {
			this.registerMarkdownCodeBlockProcessor(language, (_source, el) => {
				el.setText(`${language}, drawn by Dataview`);
			});
		}
		this.registerMarkdownPostProcessor((el) => {
			for (const code of el.querySelectorAll("p > code")) code.setText("inline, by Dataview");
		}, 100);
	}
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
});

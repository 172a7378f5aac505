import type { App } from "obsidian";
import { describe, expect, it } from "vitest";
import { settle } from "../../support/obsidian/app";
import { openSettingsTab } from "../../support/obsidian/settings-tab";
import { startPlugin } from "../support/plugin";

const dataFile = ".obsidian/plugins/detection-vault/data.json";

async function stored(app: App): Promise<Record<string, unknown>> {
	return JSON.parse(await app.vault.adapter.read(dataFile)) as Record<string, unknown>;
}

function row(tab: HTMLElement, name: string): HTMLElement {
	const found = Array.from(tab.querySelectorAll<HTMLElement>(".setting-item")).find(
		(item) => item.querySelector(".setting-item-name")?.textContent === name,
	);
	if (found === undefined) throw new Error(`There is no setting ${name}.`);
	return found;
}

async function type(app: App, item: HTMLElement, text: string): Promise<void> {
	const input = item.querySelector("input");
	if (input === null) throw new Error("The setting has no field.");
	input.value = text;
	input.dispatchEvent(new Event("input"));
	await settle(app);
}

describe("the settings", () => {
	it("keep a folder that is typed, without slashes at its ends", async () => {
		const app = await startPlugin();
		const tab = openSettingsTab(app, "detection-vault");
		await type(app, row(tab, "Detection rules"), "Rules/All/");
		expect(await stored(app)).toMatchObject({
			folders: { rules: "Rules/All", techniques: "Techniques" },
		});
	});

	it.each([
		["", "Name a folder."],
		["../outside", "no .. and no /"],
		["techniques", "taken already: Techniques"],
		["Testing Runbooks", "taken already: Testing runbooks"],
	])("refuse %j as the folder of rules and say why", async (path, reason) => {
		const app = await startPlugin();
		const item = row(openSettingsTab(app, "detection-vault"), "Detection rules");
		await type(app, item, path);
		expect(item.textContent).toContain(reason);
		expect(await app.vault.adapter.exists(dataFile)).toBe(false);
	});

	it("keep a version of ATT&CK, and refuse what is none", async () => {
		const app = await startPlugin();
		const item = row(openSettingsTab(app, "detection-vault"), "ATT&CK version");
		await type(app, item, "nineteen");
		expect(item.textContent).toContain("A version is a number");
		await type(app, item, "19.1");
		expect(await stored(app)).toMatchObject({ attackVersion: "19.1" });
	});

	it("list what was imported, and forget it when asked", async () => {
		const app = await startPlugin({
			[dataFile]: JSON.stringify({
				sources: [{ kind: "rules", name: "sigma.zip", importedAt: "2026-11-02T09:00:00Z" }],
			}),
		});
		const tab = openSettingsTab(app, "detection-vault");
		const item = row(tab, "sigma.zip");
		expect(item.textContent).toContain(
			"Detection rules · Chosen from outside the vault · Imported on Nov 2, 2026",
		);
		item.querySelector<HTMLElement>(".extra-setting-button")?.click();
		await settle(app);
		expect(tab.textContent).toContain("No source is remembered yet.");
		expect(await stored(app)).toMatchObject({ sources: [] });
	});

	it("open the import", async () => {
		const app = await startPlugin();
		row(openSettingsTab(app, "detection-vault"), "Import").querySelector("button")?.click();
		expect(document.querySelector(".detection-vault-import-modal")).not.toBeNull();
	});
});

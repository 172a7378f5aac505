import { describe, expect, it } from "vitest";
import { settle } from "../../support/obsidian/app";
import { openSettingsTab } from "../../support/obsidian/settings-tab";
import { startPlugin } from "../support/plugin";
import { settingRow, typeInto } from "../support/setting-rows";
import { SETTINGS_FILE, storedSettings } from "../support/stored-settings";

describe("the settings", () => {
	it("keep a folder that is typed, without slashes at its ends", async () => {
		const app = await startPlugin();
		const tab = openSettingsTab(app, "detection-vault");
		await typeInto(app, settingRow(tab, "Detection rules"), "Rules/All/");
		expect(await storedSettings(app)).toMatchObject({
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
		const item = settingRow(openSettingsTab(app, "detection-vault"), "Detection rules");
		await typeInto(app, item, path);
		expect(item.textContent).toContain(reason);
		expect(await app.vault.adapter.exists(SETTINGS_FILE)).toBe(false);
	});

	it("keep a version of ATT&CK, and refuse what is none", async () => {
		const app = await startPlugin();
		const item = settingRow(openSettingsTab(app, "detection-vault"), "ATT&CK version");
		await typeInto(app, item, "nineteen");
		expect(item.textContent).toContain("A version is a number");
		await typeInto(app, item, "19.1");
		expect(await storedSettings(app)).toMatchObject({ attackVersion: "19.1" });
	});

	it("list what was imported, and forget it when asked", async () => {
		const app = await startPlugin({
			[SETTINGS_FILE]: JSON.stringify({
				sources: [{ kind: "rules", name: "sigma.zip", importedAt: "2026-11-02T09:00:00Z" }],
			}),
		});
		const tab = openSettingsTab(app, "detection-vault");
		const item = settingRow(tab, "sigma.zip");
		expect(item.textContent).toContain(
			"Detection rules · Chosen from outside the vault · Imported on Nov 2, 2026",
		);
		item.querySelector<HTMLElement>(".extra-setting-button")?.click();
		await settle(app);
		expect(tab.textContent).toContain("No source is remembered yet.");
		expect(await storedSettings(app)).toMatchObject({ sources: [] });
	});

	it("open the import", async () => {
		const app = await startPlugin();
		settingRow(openSettingsTab(app, "detection-vault"), "Import").querySelector("button")?.click();
		expect(document.querySelector(".detection-vault-import-modal")).not.toBeNull();
	});
});
